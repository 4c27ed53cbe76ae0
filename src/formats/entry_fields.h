// An entry of a journal's file as it is read: what is known by its type, what is unknown kept.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/json.h"
#include "journal/date.h"
#include "journal/id.h"

namespace dajim::formats {

using Names = std::initializer_list<std::string_view>;

/// A NUL would end the words wherever they are shown: U+FFFD instead.
std::string without_nul(std::string_view words);

/// Appends the members of an object that are not known, under a path.
void keep_unknown(const Json& object, Names known, std::string_view path, std::vector<journal::Unknown>& unknown);

/// The members of an object that is a value. Asking for one of a wrong type makes it bad.
class Value {
public:
    explicit Value(const Json& object) : object_(object), fine_(object.is_object()) {}

    bool fine() const { return fine_; }
    void require(bool condition) { fine_ = fine_ && condition; }

    std::string words(std::string_view name);              ///< must be there
    std::string words_or_nothing(std::string_view name);
    std::vector<std::string> strings(std::string_view name);
    std::optional<double> amount(std::string_view name);
    std::optional<int> small_number(std::string_view name);   ///< whole, from -1,000,000 to 1,000,000
    std::optional<std::size_t> whole_number(std::string_view name);
    std::optional<bool> truth(std::string_view name);
    std::optional<journal::Date> date(std::string_view name);
    journal::Date existing_date(std::string_view name);    ///< must be there

    /// One of the names, as its index; the first when absent.
    template <class Choice>
    Choice choice(std::string_view name, std::span<const std::string_view> names) {
        return static_cast<Choice>(choice_of(name, names));
    }

    /// The member, null for one that is absent or null.
    const Json* find(std::string_view name) const;

private:
    std::size_t choice_of(std::string_view name, std::span<const std::string_view> names);

    const Json& object_;
    bool fine_;
};

/// An entry's fields, each {"v": value, …}. Asking for a field of a wrong type makes the whole entry bad.
class Fields {
public:
    Fields(const Json& entry, Names members, Names fields, std::vector<journal::Unknown>& unknown);

    bool fine() const { return fine_; }
    void require(bool condition) { fine_ = fine_ && condition; }

    std::string words(std::string_view name);            ///< must be there
    std::string words_or_nothing(std::string_view name);
    std::string lines(std::string_view name);            ///< must be there; a list of lines, or one string
    std::vector<std::string> texts(std::string_view name);   ///< a list of such; empty when absent or null
    bool truth(std::string_view name);
    std::optional<journal::Date> date(std::string_view name);
    std::vector<std::string> strings(std::string_view name);
    std::optional<int> small_number(std::string_view name);

    /// One of the names, as its index; the first when absent.
    template <class Choice>
    Choice choice(std::string_view name, std::span<const std::string_view> names) {
        return of_value(name, [&](Value& value) { return value.choice<Choice>("v", names); });
    }

    /// An object, read by `read(Value&)`; what it has besides `known` is kept under its own path. Nothing when absent or null.
    template <class Read>
    auto object(std::string_view name, Names known, Read read) {
        using Result = decltype(read(std::declval<Value&>()));
        std::optional<Result> result;
        const Json* const json = value(name);
        if (json == nullptr || json->kind == Json::Kind::null) return result;
        Value members(*json);
        if (members.fine()) keep(*json, known, "fields/" + std::string(name) + "/v/");
        result = read(members);
        fine_ = fine_ && members.fine();
        return result;
    }

    /// A list of objects, each read by `read(Value&, unknown members)`. Empty when absent or null.
    template <class Read>
    auto objects(std::string_view name, Names known, Read read) {
        std::vector<decltype(read(std::declval<Value&>(), std::vector<journal::Unknown>{}))> results;
        const Json* const json = value(name);
        if (json == nullptr || json->kind == Json::Kind::null) return results;
        fine_ = fine_ && json->is_list() && json->ends.empty();
        for (const Json& item : json->items) {
            Value members(item);
            std::vector<journal::Unknown> unknown;
            if (members.fine()) keep_unknown(item, known, "", unknown);
            results.push_back(read(members, std::move(unknown)));
            fine_ = fine_ && members.fine();
        }
        return results;
    }

private:
    const Json* value(std::string_view name) const;
    void keep(const Json& object, Names known, std::string_view path);

    /// What `read` makes of the field as an object with the member "v"; of an absent one too.
    template <class Read>
    auto of_value(std::string_view name, Read read) {
        static const Json nothing{Json::Kind::object, {}, {}, {}, {}};
        const Json* const field = fields_ != nullptr ? fields_->find(name) : nullptr;
        Value members(field != nullptr ? *field : nothing);
        auto result = read(members);
        fine_ = fine_ && members.fine();
        return result;
    }

    const Json* fields_ = nullptr;
    std::vector<journal::Unknown>& unknown_;
    bool fine_ = true;
};

}  // namespace dajim::formats
