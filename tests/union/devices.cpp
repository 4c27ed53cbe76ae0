// Three devices and a model of all that was ever acknowledged: see play.h.
#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "deletions.h"
#include "formats/change_json.h"
#include "formats/journal_json.h"
#include "last_word.h"
#include "play.h"
#include "sayings.h"
#include "uniting.h"
#include "writer.h"

namespace trial {
namespace {

using journal::Change;
using journal::Journal;

/// A device's own: it goes on, now and then by thousands of years, and back as readily. Its days are those of a calendar of 28.
struct Clock {
    std::size_t day = 2024 * 336;

    journal::Date today() const { return {static_cast<int>(1 + day / 336), static_cast<int>(1 + day / 28 % 12), static_cast<int>(1 + day % 28)}; }
};

class World {
public:
    explicit World(unsigned seed) : dice_(seed) {
        Journal first;
        first.id = "journal";
        first.title = "기록장";
        first.series.push_back(writer_.series(3));
        if (roll(2)) hand_over(first);   // or each device begins with a file from before there were pasts
        const std::string file = written(first, devices_[0]);
        for (Device& device : devices_) {
            device.now = formats::read_journal(file).value().journal;
            acknowledge(device);
        }
        files_.push_back(file);
    }

    std::string run(std::size_t steps) {
        for (std::size_t n = 0; n < steps && wrong_.empty(); ++n) step();
        settle();
        return wrong_;
    }

private:
    /// Whose doing a step is: what a writer takes away is deleted, what a union brings or takes is not.
    enum class By { writer, uniting };

    struct Device {
        Journal now;
        Clock clock;
        std::string saved;                    // the file of the last save, and the records since
        std::vector<std::string> records;
        std::size_t acknowledged = 0;         // of them; the others are lost with a kill
        std::vector<Change> undo;             // what takes the last step back, while nothing came after it
        By undone = By::writer;               // … whose doing that was
        std::string left;                     // the file of one's own as it was written last, until a kill
        struct Read { std::size_t file; journal::Reading reading; };
        std::map<std::size_t, Read> read;     // the others' files of their own as they were read last, until a kill
        std::set<Saying> must;                // what was acknowledged here
        Deletions untold, kept;               // what was deleted here since anybody could hear of it; … of that, what a kill does not bring back
    };

    std::size_t roll(std::size_t sides) { return dice_() % sides; }
    void fail(std::string what) { if (wrong_.empty()) wrong_ = std::move(what); }

    std::string written(const Journal& journal, const Device& device) {
        return formats::write_journal(journal, {journal::write_date(device.clock.today()) + "T00:00:00Z", "Dajim", "device " + std::to_string(number(device))});
    }

    void acknowledge(Device& device) {
        device.saved = written(device.now, device);
        device.records.clear();
        acknowledge_records(device);
    }

    void change(Device& device, const std::vector<Change>& changes, By by) {
        if (changes.empty()) return;
        const Sayings before = prose_of(device.now);
        std::vector<Change> back;
        if (!apply_all(device.now, changes, &back)) return fail("a change does not fit");
        const Sayings after = prose_of(device.now);
        if (by == By::writer) device.untold.add(before, after);
        device.untold.withdraw(after);
        device.undo = std::move(back);
        device.undone = by;
        device.records.push_back(formats::write_changes(changes));
        if (roll(2)) acknowledge_records(device);
        if (roll(12) == 0) acknowledge(device);
    }

    /// What a step of the writer's brought is deleted by taking it back. What a union brought is not: it is only here no more, and the others
    /// have it as before.
    void take_back(Device& device) {
        if (device.undo.empty()) return;
        const Sayings before = prose_of(device.now);
        change(device, std::vector<Change>(device.undo), device.undone);
        if (device.undone == By::writer) return;
        const Sayings after = prose_of(device.now);
        for (const auto& [saying, where] : before)
            if (!after.contains(saying)) device.must.erase(saying);
    }

    void acknowledge_records(Device& device) {
        device.acknowledged = device.records.size();
        device.kept = device.untold;
        for (const auto& [saying, where] : prose_of(device.now)) device.must.insert(saying);
    }

    /// From here on others can hear of what was deleted.
    void publish(Device& device) {
        deleted_.add(device.untold);
        device.untold = device.kept = {};
    }

    /// The last save, and the records on top of it that were acknowledged.
    void kill(Device& device) {
        auto read = formats::read_journal(device.saved, formats::own_file);
        if (!read) return fail("a save cannot be read");
        const bool all = device.acknowledged == device.records.size();
        const Journal before = std::move(device.now);
        device.now = std::move(read.value().journal);
        device.records.resize(device.acknowledged);
        for (const std::string& record : device.records) {
            const auto changes = formats::read_changes(record);
            if (!changes || !apply_all(device.now, changes.value())) return fail("a record cannot be replayed");
        }
        if (all && device.now != before) return fail("after a kill it is not what was acknowledged");
        device.untold = device.kept;
        device.undo.clear();
        device.left.clear();
        device.read.clear();
        if (roll(2)) tell(device);   // a new sitting
    }

    /// Nothing that was acknowledged and that nobody deleted is missing.
    void check(const Device& device) {
        const Sayings there = prose_of(device.now);
        for (const Saying& one : device.must) {
            if (there.contains(one) || (deleted_.of(one) | device.untold.of(one)) == anywhere) continue;
            fail("what was acknowledged is lost: " + one.words + " (" + one.in + ")");
        }
        const auto in_order = [](const auto& dated) { return std::ranges::is_sorted(dated, {}, [](const auto& one) { return one.date; }); };
        for (const journal::Series& series : device.now.series)
            for (const journal::Pair& pair : series.pairs)
                for (const journal::Goal& goal : pair.goals)
                    if (!in_order(goal.tallies) || !in_order(goal.amendments)) fail("days are not in their order: " + goal.id);
    }

    void tell(Device& device) {
        recall(device);
        publish(device);
        if (!hand_over(device.now)) return fail("what is handed over does not fit");
        device.undo.clear();
        acknowledge(device);
    }

    /// What others make of one's own file comes from what it held.
    void recall(Device& device) {
        if (device.left.empty()) return;
        const std::vector<Change> kept = journal::handing_over_then(device.now, formats::read_journal(device.left).value().journal, formats::name_of_revision);
        change(device, kept, By::writer);
        device.undo.clear();
    }

    void export_from(Device& device) {
        tell(device);
        files_.push_back(written(device.now, device));
        if (formats::read_journal(files_.back()).value().journal != device.now) fail("an export is not read as it was written");
    }

    /// The file of one's own, which is written at every rest: its pasts say what it is only where pairs came or went.
    void leave(Device& device) {
        if (journal::has_untold_pairs(device.now)) tell(device);
        publish(device);
        acknowledge_records(device);
        device.left = written(device.now, device);
        left_by_[files_.size()] = number(device);
        files_.push_back(device.left);
    }

    std::size_t number(const Device& device) const { return static_cast<std::size_t>(&device - devices_.data()); }

    /// What the same file was when it was read before; nothing where it is older than that, as a copy opened by hand may be.
    journal::Reading* last_reading(Device& device, std::size_t file) {
        const auto owner = left_by_.find(file);
        if (owner == left_by_.end() || owner->second == number(device)) return nullptr;
        Device::Read& last = device.read[owner->second];
        if (last.file > file) return nullptr;
        last.file = file;
        return &last.reading;
    }

    void import_into(Device& device, std::size_t file) {
        recall(device);
        auto read = formats::read_journal(files_[file]);
        if (!read) return fail("an export cannot be read");
        journal::complete_pasts(read.value().journal, formats::name_of_revision, last_reading(device, file));
        const Journal& incoming = read.value().journal;
        if (incoming.pasts.empty()) return;   // from before there were pasts: it is put beside, and that is no union
        if (!journal::are_related(device.now, incoming)) return fail("two that come from one journal are not related");
        const Journal before = device.now;
        const journal::UnionPlan plan = journal::plan_union(before, incoming, formats::name_of_revision);
        if (plan.changes.empty()) return;
        publish(device);
        change(device, plan.changes, By::uniting);
        if (!wrong_.empty()) return;
        if (std::string broken = broken_last_word(device.now); !broken.empty()) return fail(std::move(broken));
        Journal back = device.now;
        if (!apply_all(back, device.undo) || back != before) return fail("an import is not taken back exactly");
        const std::size_t gone = plan.pairs_gone, was = pairs_of(before);
        if (pairs_of(device.now) != was + plan.pairs_new + plan.pairs_back - gone) return fail("the counts of the preview are not what came of it");
        if (plan.deletes_much != (gone * 10 > was)) return fail("too much is deleted without a word");
        if (!journal::plan_union(device.now, incoming, formats::name_of_revision).changes.empty()) return fail("a second import of a file is not nothing");
        // What the other had when it was written, and nobody deleted, is here now.
        acknowledge_records(device);
    }

    static std::size_t pairs_of(const Journal& journal) {
        std::size_t pairs = 0;
        for (const journal::Series& series : journal.series) pairs += series.pairs.size();
        return pairs;
    }

    void step() {
        Device& device = devices_[roll(devices_.size())];
        device.clock.day = roll(6) == 0 ? roll(4000 * 336) : device.clock.day + roll(3);
        const journal::Date today = device.clock.today();
        switch (roll(16)) {
            case 0: export_from(device); break;
            case 1: import_into(device, files_.size() - 1); break;
            case 2: import_into(device, roll(files_.size())); break;
            case 3: change(device, writer_.rearrange(device.now), By::writer); break;
            case 4: change(device, writer_.choose(device.now), By::writer); break;
            case 5: kill(device); break;
            case 6: take_back(device); break;
            case 7:
            case 8:
            case 9: change(device, writer_.judge(device.now, today), By::writer); break;
            case 10: leave(device); break;
            default: change(device, writer_.write(device.now), By::writer); break;
        }
        check(device);
    }

    /// Everybody hears of everybody: all are the same, and have all that was said.
    void settle() {
        if (!wrong_.empty()) return;
        for (Device& device : devices_) export_from(device);
        std::set<Saying> must;
        for (Device& device : devices_) {
            for (std::size_t file = files_.size() - 3; file < files_.size(); ++file) import_into(device, file);
            must.insert(device.must.begin(), device.must.end());
        }
        for (Device& device : devices_) {
            device.must = must;
            check(device);
            if (const std::string broken = broken_last_word(device.now); !broken.empty()) fail(broken);
            if (device.now != devices_[0].now) fail("two devices that know the same are not the same");
        }
    }

    std::mt19937 dice_;
    Writer writer_{dice_};
    std::array<Device, 3> devices_;
    std::vector<std::string> files_;
    std::map<std::size_t, std::size_t> left_by_;   // a device, of files of its own
    Deletions deleted_;
    std::string wrong_;
};

}  // namespace

std::string devices(unsigned seed) { return World(seed).run(60); }

}  // namespace trial
