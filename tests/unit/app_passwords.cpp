// Journals with a password: asked for, said how it goes, and nothing of it kept.
#include <doctest/doctest.h>

#include "app_writer.h"

using namespace dajim;
using fake::Target;

namespace {

std::string told(const fake::Writer& writer) { return writer.state().slip ? writer.state().slip->told : std::string("no slip"); }

/// The file that somebody with a pair of these words exports.
std::string exported(const std::string& resolution, const std::string& password) {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair(resolution));
    writer.run("export-encrypted");
    writer.go(Target::password);
    writer.type(password);
    writer.go(Target::password_again);
    writer.type(password);
    writer.run("encrypt");
    writer.host.answer_secret();
    REQUIRE(writer.host.files.size() == 1);
    return writer.host.files[0].bytes;
}

}  // namespace

TEST_CASE("a journal is exported with a password that is written twice") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("- 글을 열 번 쓴다"));
    writer.run("export-encrypted");
    REQUIRE(writer.state().slip);
    CHECK(writer.state().slip->says.find("no password, no recovery") != std::string::npos);
    CHECK_FALSE(app::command(app::CommandId::encrypt).possible(writer.state()));
    writer.go(Target::password);
    writer.type("봄비 우산");
    CHECK_FALSE(app::command(app::CommandId::encrypt).possible(writer.state()));
    writer.key("enter");   // on to the other one
    CHECK(writer.state().focus == Target::password_again);
    writer.type("봄비 우신");
    writer.key("enter");
    CHECK(told(writer) == "The two passwords differ.");
    CHECK(writer.state().field(Target::password_again).invalid);
    CHECK(writer.host.secrets.empty());
    writer.type("봄비 우산");   // over what was written, which is selected
    CHECK(told(writer).empty());
    writer.key("enter");
    CHECK(told(writer) == "Encrypting…");
    REQUIRE(writer.host.secrets.size() == 1);
    CHECK(writer.host.secrets[0].password == "봄비 우산");
    CHECK(writer.host.secrets[0].head.iterations == 600'000);
    CHECK(writer.host.secrets[0].head.salt.size() == 16);
    CHECK(writer.host.secrets[0].head.iv.size() == 12);
    CHECK(writer.host.secrets[0].bytes.size() % 4096 == 0);
    writer.run("encrypt");
    CHECK(writer.host.secrets.size() == 1);   // once is enough

    writer.host.answer_secret();
    CHECK_FALSE(writer.state().slip);
    REQUIRE(writer.host.files.size() == 1);
    CHECK(writer.host.files[0].name == "dajim-2026-11-22.dajim.enc.json");
    CHECK(writer.notice() == "“dajim-2026-11-22.dajim.enc.json” was handed to your browser’s downloads.");
    CHECK(writer.text(Target::password).empty());
    CHECK(writer.text(Target::password_again).empty());
}

TEST_CASE("a file with a password opens with it alone") {
    const std::string file = exported("- 글을 열 번 쓴다", "three words here");
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open();
    writer.program.file_arrived("mine.dajim.enc.json", file, Target::none);
    REQUIRE(writer.state().slip);
    CHECK(writer.state().slip->says == "Write the password that “mine.dajim.enc.json” was exported with.");
    writer.go(Target::password);
    writer.type("three words Here");
    writer.key("enter");
    CHECK(told(writer) == "Opening…");
    writer.host.answer_secret();
    CHECK(told(writer) == "It does not open: the password is wrong, or the file was changed.");
    CHECK(writer.journal().series.empty());
    writer.type("three words here");
    writer.key("enter");
    writer.host.answer_secret();
    CHECK_FALSE(writer.state().slip);
    REQUIRE(writer.journal().series.size() == 1);
    CHECK(writer.journal().series[0].pairs[0].document(journal::End::resolution).text.text() == "- 글을 열 번 쓴다");
    CHECK(writer.text(Target::password).empty());
    CHECK(writer.notice().starts_with("Imported"));
    writer.undo();   // one step, as of any file
    CHECK(writer.journal().series.empty());
}

TEST_CASE("what is not whole is told before anybody is asked for a password") {
    const std::string file = exported("다짐", "p");
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open();
    const std::string not_whole = "“a.json” is not whole: it was cut off, or changed on its way. Nothing changed.";
    writer.program.file_arrived("a.json", file.substr(0, file.size() / 2), Target::none);
    CHECK_FALSE(writer.state().slip);
    CHECK(writer.notice() == not_whole);
    std::string changed = file;
    changed[changed.size() - 40] = changed[changed.size() - 40] == 'x' ? 'y' : 'x';
    writer.program.file_arrived("a.json", changed, Target::none);
    CHECK(writer.notice() == not_whole);
    // Changed so that its checksum fits, it is as with a wrong password.
    formats::Encrypted forged = formats::read_encrypted(file).value();
    forged.data.back() ^= 1;
    writer.program.file_arrived("a.json", formats::write_encrypted(forged), Target::none);
    writer.go(Target::password);
    writer.type("p");
    writer.key("enter");
    writer.host.answer_secret();
    CHECK(told(writer) == "It does not open: the password is wrong, or the file was changed.");
}

TEST_CASE("who leaves the slip leaves nothing in it, and an answer that comes later does nothing") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("다짐"));
    for (int again = 0; again < 2; ++again) {
        writer.run("export-encrypted");
        CHECK(writer.text(Target::password).empty());
        for (const Target target : {Target::password, Target::password_again}) {
            writer.go(target);
            writer.type("words");
        }
        writer.run("encrypt");
        writer.run("close-slip");
        CHECK_FALSE(writer.state().slip);
    }
    writer.run("export-encrypted");
    writer.host.answer_secret();
    writer.host.answer_secret();
    CHECK(writer.state().slip);
    CHECK(writer.host.files.empty());
    CHECK(writer.text(Target::password).empty());
}

TEST_CASE("a password is dots, and nobody copies it, until it is to be seen") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("다짐"));
    writer.run("export-encrypted");
    writer.go(Target::password);
    writer.type("ab 한👩‍👩‍👧");
    writer.key("ctrl+a");
    CHECK(writer.state().hides(Target::password));
    CHECK(writer.program.selected_text(Target::password).empty());
    CHECK_FALSE(app::command(app::CommandId::copy).possible(writer.state()));
    // Five dots of one width, wherever the caret is among them.
    const auto caret = [&](std::size_t byte) { return writer.program.layout(Target::password).caret({0, byte}, text::Affinity::downstream).x; };
    const float one = caret(1);
    CHECK(one > 0);
    CHECK(caret(2) == doctest::Approx(2 * one));
    CHECK(caret(3) == doctest::Approx(3 * one));
    CHECK(caret(6) == doctest::Approx(4 * one));
    CHECK(caret(writer.text(Target::password).size()) == doctest::Approx(5 * one));
    writer.run("show-password");
    CHECK_FALSE(writer.state().hides(Target::password));
    CHECK(writer.program.selected_text(Target::password) == "ab 한👩‍👩‍👧");
    CHECK(caret(6) != doctest::Approx(4 * one));
    writer.run("close-slip");
    writer.run("export-encrypted");
    CHECK(writer.state().hides(Target::password));   // anew each time
}

TEST_CASE("a password is no part of the journal, nor of what is undone or kept") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("다짐"));
    const journal::Journal before = writer.journal();
    writer.host.answer();
    const std::size_t records = writer.host.records.size();
    writer.run("export-encrypted");
    writer.go(Target::password);
    writer.type("a secret");
    writer.undo();
    CHECK(writer.text(Target::password) == "a secret");
    writer.host.pass(60'000);
    CHECK(writer.journal() == before);
    CHECK(writer.host.records.size() == records);
    CHECK(writer.host.place.find("secret") == std::string::npos);
    CHECK(writer.key("ctrl+b"));   // a command of the desk is not heard
    CHECK(writer.journal() == before);
}

TEST_CASE("where there is no cryptography, or it fails, that is said") {
    const fake::Folder folder;
    fake::Writer writer(folder, "en");
    writer.open_with(fake::one_pair("다짐"));
    const std::string none = "Nothing can be encrypted or decrypted here. Open the page by its https address.";
    writer.run("export-encrypted");
    for (const Target target : {Target::password, Target::password_again}) {
        writer.go(target);
        writer.type("words");
    }
    writer.run("encrypt");
    writer.host.answer_secret(false);
    CHECK(told(writer) == none);
    CHECK(writer.host.files.empty());
    writer.run("close-slip");
    writer.host.cryptography = false;
    writer.run("export-encrypted");
    CHECK_FALSE(writer.state().slip);
    CHECK(writer.notice() == none);
    const std::string file = exported("다짐", "p");
    writer.program.file_arrived("a.json", file, Target::none);
    CHECK_FALSE(writer.state().slip);
    CHECK(writer.notice() == none);
}
