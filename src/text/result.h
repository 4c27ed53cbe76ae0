// A value or the reason why there is none; the program is built without C++ exceptions.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace dajim::text {

/// Nothing to return but success.
struct Done {};

/// Holds a T or an E. Asking for the one that is not there is a bug and asserts.
template <class T, class E>
class Result {
public:
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : held_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() { assert(ok()); return *std::get_if<0>(&held_); }
    const T& value() const { assert(ok()); return *std::get_if<0>(&held_); }
    const E& error() const { assert(!ok()); return *std::get_if<1>(&held_); }

private:
    std::variant<T, E> held_;
};

}  // namespace dajim::text
