// Operations on files that fail when a test says so.
#pragma once

#include "store/files.h"

/// Lets the n-th operation from now on fail, and with `dead` all after it.
class FailAt {
public:
    FailAt(int n, bool dead) {
        countdown_ = n;
        dead_ = dead;
        dajim::store::file_fault = fault;
    }
    ~FailAt() { dajim::store::file_fault = nullptr; }
    FailAt(const FailAt&) = delete;

    bool reached() const { return dead_ ? countdown_ == 0 : countdown_ < 0; }

private:
    static bool fault() {
        if (countdown_ > 0) --countdown_;
        const bool fails = countdown_ == 0;
        if (fails && !dead_) countdown_ = -1;
        return fails;
    }

    inline static int countdown_ = 0;
    inline static bool dead_ = false;
};
