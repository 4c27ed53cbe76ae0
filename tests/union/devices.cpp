// Three devices and a model of every line that was ever acknowledged: see play.h.
#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "formats/change_json.h"
#include "formats/journal_json.h"
#include "journal/merge.h"
#include "play.h"
#include "uniting.h"

namespace trial {
namespace {

using journal::Change;
using journal::Document;
using journal::End;
using journal::Journal;
using journal::Pair;

class World {
public:
    explicit World(unsigned seed) : dice_(seed) {
        Journal first;
        first.id = "journal";
        first.title = "기록장";
        journal::Series series{"series", "글또", {}, {}};
        for (int n = 0; n < 3; ++n) series.pairs.push_back(new_pair());
        first.series.push_back(std::move(series));
        if (roll(2)) hand_over(first);   // or each device begins with a file from before there were pasts
        const std::string file = written(first);
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
    struct Device {
        Journal now;
        std::string saved;                    // the file of the last save, and the records since
        std::vector<std::string> records;
        std::size_t acknowledged = 0;         // of them; the others are lost with a kill
        std::vector<Change> undo;             // what takes the last step back, while nothing came after it
        std::string left;                     // the file of one's own as it was written last, until a kill
        struct Read { std::size_t file; journal::Reading reading; };
        std::map<std::size_t, Read> read;     // the others' files of their own as they were read last, until a kill
        std::set<std::string> must;           // lines that were acknowledged here
    };

    std::size_t roll(std::size_t sides) { return dice_() % sides; }
    void fail(std::string what) { if (wrong_.empty()) wrong_ = std::move(what); }

    /// The clock says anything at all.
    std::string written(const Journal& journal) {
        return formats::write_journal(journal, {std::to_string(1970 + roll(8000)) + "-01-01T00:00:00Z", "Dajim", "device " + std::to_string(roll(9))});
    }

    std::string new_line() { return "줄 " + std::to_string(++lines_); }
    journal::Id new_id() { return "id-" + std::to_string(++ids_); }

    Pair new_pair() {
        Pair pair;
        pair.id = new_id();
        pair.name = pair.id;
        for (const End end : journal::both_ends) {
            std::string text;
            for (std::size_t n = roll(5); n > 0; --n) text += new_line() + (roll(3) ? "\n" : "\n\n");
            pair.document(end).text = text::Buffer(text);
        }
        return pair;
    }

    void forget(const std::set<std::string>& lines) { deleted_.insert(lines.begin(), lines.end()); }
    void forget(const Pair& pair) {
        std::set<std::string> lines;
        add_lines(lines, pair);
        forget(lines);
    }

    void acknowledge(Device& device) {
        device.saved = written(device.now);
        device.records.clear();
        acknowledge_records(device);
    }

    void change(Device& device, std::vector<Change> changes) {
        std::vector<Change> back;
        if (!apply_all(device.now, changes, &back)) return fail("a change does not fit");
        device.undo = std::move(back);
        device.records.push_back(formats::write_changes(changes));
        if (roll(2)) acknowledge_records(device);
        if (roll(12) == 0) acknowledge(device);
    }

    void acknowledge_records(Device& device) {
        device.acknowledged = device.records.size();
        for (const std::string& line : lines_of(device.now)) device.must.insert(line);
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
        device.undo.clear();
        device.left.clear();
        device.read.clear();
        if (roll(2)) tell(device);   // a new sitting
    }

    /// Nothing that was acknowledged and that nobody deleted is missing.
    void check(const Device& device) {
        const std::set<std::string> there = lines_of(device.now);
        for (const std::string& line : device.must)
            if (!there.contains(line) && !deleted_.contains(line)) fail("an acknowledged line is lost: " + line);
    }

    const journal::Series* some_series(const Device& device) {
        return device.now.series.empty() ? nullptr : &device.now.series[roll(device.now.series.size())];
    }
    const Pair* some_pair(const Device& device) {
        const journal::Series* series = some_series(device);
        return series && !series->pairs.empty() ? &series->pairs[roll(series->pairs.size())] : nullptr;
    }

    void write(Device& device) {
        const Pair* const pair = some_pair(device);
        if (!pair) return;
        const End end = journal::both_ends[roll(2)];
        const text::Buffer& text = pair->document(end).text;
        const std::size_t at = roll(text.paragraphs());
        const text::Position begin{at, 0}, all{at, text.paragraph(at).size()};
        switch (roll(5)) {
            case 0: {   // a line goes
                forget(std::set{text.paragraph(at)});
                const text::Range range{begin, at + 1 < text.paragraphs() ? text::Position{at + 1, 0} : all};
                return change(device, {journal::TextEdited{pair->id, end, {range, ""}}});
            }
            case 1:     // … becomes another
                forget(std::set{text.paragraph(at)});
                return change(device, {journal::TextEdited{pair->id, end, {{begin, all}, new_line()}}});
            case 2:     // … is there twice
                return change(device, {journal::TextEdited{pair->id, end, {{begin, begin}, text.paragraph(roll(text.paragraphs())) + "\n"}}});
            case 3: {   // … is marked
                if (text.paragraph(at).empty() || end != End::resolution) return;
                journal::Goal goal;
                goal.id = goal.words.id = new_id();
                goal.words.range = text::Range{begin, all};
                goal.words.exact = text.paragraph(at);
                return change(device, {journal::GoalAdded{pair->id, goal, 0}});
            }
            default: return change(device, {journal::TextEdited{pair->id, end, {{begin, begin}, new_line() + "\n"}}});
        }
    }

    /// Which of two texts it is to be.
    void choose(Device& device) {
        for (const journal::Series& series : device.now.series) {
            for (const Pair& pair : series.pairs) {
                for (const End end : journal::both_ends) {
                    const Document& document = pair.document(end);
                    if (document.others.empty()) continue;
                    std::set<std::string> lines;
                    std::vector<std::string> others = document.others;
                    if (roll(2)) {
                        add_lines(lines, text::Buffer(others.back()));
                        others.pop_back();
                        forget(lines);
                        return change(device, {journal::OthersChanged{pair.id, end, others}});
                    }
                    Document both = document;
                    both.text = text::Buffer(document.text.text() + "\n" + others.back());
                    both.others.pop_back();
                    return change(device, {journal::DocumentReplaced{pair.id, end, both}});
                }
            }
        }
    }

    void rearrange(Device& device) {
        const journal::Series* const series = some_series(device);
        const Pair* const pair = some_pair(device);
        switch (roll(7)) {
            case 0: {
                journal::Series fresh{new_id(), "새 묶음", {new_pair()}, {}};
                return change(device, {journal::SeriesAdded{std::move(fresh), roll(device.now.series.size() + 1)}});
            }
            case 1:
                if (!series || device.now.series.size() < 2) return;
                for (const Pair& one : series->pairs) forget(one);
                return change(device, {journal::SeriesRemoved{series->id}});
            case 2:
            case 3: if (series) change(device, {journal::PairAdded{series->id, new_pair(), roll(series->pairs.size() + 1)}}); return;
            case 4:
                if (!pair) return;
                forget(*pair);
                return change(device, {journal::PairRemoved{pair->id}});
            case 5: if (pair && series) change(device, {journal::PairMoved{pair->id, series->id, 0}}); return;
            default: if (pair) change(device, {journal::PairRenamed{pair->id, "이름 " + std::to_string(roll(9))}}); return;
        }
    }

    void tell(Device& device) {
        recall(device);
        if (!hand_over(device.now)) return fail("what is handed over does not fit");
        device.undo.clear();
        acknowledge(device);
    }

    /// What others make of one's own file comes from what it held.
    void recall(Device& device) {
        if (device.left.empty()) return;
        const std::vector<Change> kept = journal::handing_over_then(device.now, formats::read_journal(device.left).value().journal, formats::name_of_revision);
        if (!kept.empty()) change(device, kept);
        device.undo.clear();
    }

    void export_from(Device& device) {
        tell(device);
        files_.push_back(written(device.now));
        if (formats::read_journal(files_.back()).value().journal != device.now) fail("an export is not read as it was written");
    }

    /// The file of one's own, which is written at every rest: its pasts say what it is only where pairs came or went.
    void leave(Device& device) {
        if (journal::has_untold_pairs(device.now)) tell(device);
        acknowledge_records(device);
        device.left = written(device.now);
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
        change(device, plan.changes);
        if (!wrong_.empty()) return;
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
        switch (roll(13)) {
            case 0: export_from(device); break;
            case 12: leave(device); break;
            case 1: import_into(device, files_.size() - 1); break;
            case 2: import_into(device, roll(files_.size())); break;
            case 3: rearrange(device); break;
            case 4: choose(device); break;
            case 5: kill(device); break;
            case 6:
                if (device.undo.empty()) break;
                // What comes back was deleted once, so the model asks no more for it; what goes was deleted here.
                forget(lines_of(device.now));
                change(device, std::vector<Change>(device.undo));
                break;
            default: write(device); break;
        }
        check(device);
    }

    /// Everybody hears of everybody: all are the same, and have every line.
    void settle() {
        if (!wrong_.empty()) return;
        for (Device& device : devices_) export_from(device);
        std::set<std::string> must;
        for (Device& device : devices_) {
            for (std::size_t file = files_.size() - 3; file < files_.size(); ++file) import_into(device, file);
            must.insert(device.must.begin(), device.must.end());
        }
        for (Device& device : devices_) {
            device.must = must;
            check(device);
            if (device.now != devices_[0].now) fail("two devices that know the same are not the same");
        }
    }

    std::mt19937 dice_;
    std::size_t lines_ = 0, ids_ = 0;
    std::array<Device, 3> devices_;
    std::vector<std::string> files_;
    std::map<std::size_t, std::size_t> left_by_;   // a device, of files of its own
    std::set<std::string> deleted_;
    std::string wrong_;
};

}  // namespace

std::string devices(unsigned seed) { return World(seed).run(60); }

}  // namespace trial
