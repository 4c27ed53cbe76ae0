// JSON that this program writes for itself alone: read strictly, every member named, none besides.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/json.h"
#include "journal/date.h"
#include "journal/id.h"
#include "text/units.h"

namespace dajim::formats {

/// Appends an object's members one after another. What may be absent is a list of one or none.
class StrictWriter {
public:
    explicit StrictWriter(std::string& out) : out(out) {}

    std::string& out;

    void open() { out += '{'; }
    void close() { out += '}'; }
    void key(std::string_view name);

    void words(std::string_view name, std::string_view value);
    void number(std::string_view name, std::size_t value);
    void number(std::string_view name, const std::optional<int>& value);
    void amount(std::string_view name, double value);
    void truth(std::string_view name, bool value) { number(name, std::size_t{value ? 1u : 0u}); }
    void day(std::string_view name, const std::optional<journal::Date>& date);
    void range(std::string_view name, const std::optional<text::Range>& range);
    void strings(std::string_view name, const std::vector<std::string>& strings);
    void unknown(const std::vector<journal::Unknown>& members);

    /// A list of objects, each written by `write(value)` between its braces.
    template <class Values, class Write>
    void list(std::string_view name, const Values& values, Write write) {
        key(name);
        out += '[';
        for (const auto& value : values) {
            if (out.back() != '[') out += ',';
            open();
            write(value);
            close();
        }
        out += ']';
    }

    template <class Value, class Write>
    void optional(std::string_view name, const std::optional<Value>& value, Write write) {
        list(name, std::span(value ? &*value : nullptr, value ? 1 : 0), write);
    }
};

/// Takes an object's members one by one; `fine` ends up true when each was there, of its type, and no other.
class Members {
public:
    explicit Members(const Json& object) : object_(object), fine_(object.is_object()) {}

    bool fine() const { return fine_ && taken_ == object_.size(); }
    void require(bool condition) { fine_ = fine_ && condition; }

    bool has(std::string_view name) const { return object_.find(name) != nullptr; }
    const Json& member(std::string_view name);
    std::string words(std::string_view name);
    std::size_t number(std::string_view name) { return number_of(member(name)); }
    std::optional<int> small_number(std::string_view name);
    double amount(std::string_view name);
    bool truth(std::string_view name);
    std::optional<journal::Date> day(std::string_view name);
    journal::Date existing_day(std::string_view name);
    std::optional<text::Range> range(std::string_view name);
    std::vector<std::string> strings(std::string_view name);
    std::vector<journal::Unknown> unknown();

    /// One of the names, as its index.
    template <class Choice>
    Choice choice(std::string_view name, std::span<const std::string_view> names) {
        return static_cast<Choice>(choice_of(name, names));
    }

    /// Objects, each read by `read(Members&)`.
    template <class Read>
    auto list(std::string_view name, Read read) {
        const Json& json = member(name);
        require(json.is_list() && json.ends.empty());
        std::vector<decltype(read(*this))> values;
        for (const Json& item : json.items) {
            Members members(item);
            values.push_back(read(members));
            require(members.fine());
        }
        return values;
    }

    template <class Read>
    auto optional(std::string_view name, Read read) {
        auto values = list(name, read);
        require(values.size() <= 1);
        std::optional<decltype(read(*this))> value;
        if (!values.empty()) value = std::move(values.front());
        return value;
    }

private:
    std::size_t number_of(const Json& json);
    std::size_t choice_of(std::string_view name, std::span<const std::string_view> names);

    const Json& object_;
    bool fine_;
    std::size_t taken_ = 0;
};

}  // namespace dajim::formats
