# The libraries Dajim stands on, compiled from the pinned sources that scripts/recipe unpacked into the root.
set(sources /opt/sources)

# Warnings in code that is not ours help nobody here.
function(third_party name)
    cmake_parse_arguments(PARSE_ARGV 1 library "" "INCLUDE" "SOURCES;DEFINE")
    add_library(${name} STATIC ${library_SOURCES})
    target_compile_options(${name} PRIVATE -w "$<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>")
    target_compile_definitions(${name} PRIVATE ${library_DEFINE})
    target_include_directories(${name} SYSTEM PUBLIC ${library_INCLUDE})
endfunction()

set(unibreak_files unibreakbase unibreakdef linebreak linebreakdata linebreakdef eastasianwidthdef emojidef graphemebreak wordbreak)
list(TRANSFORM unibreak_files REPLACE "(.+)" "${sources}/libunibreak/src/\\1.c")
third_party(unibreak SOURCES ${unibreak_files} INCLUDE ${sources}/libunibreak/src)
# It calls its readers of UTF-8 and UTF-32 through one type of pointer, which only that sanitizer minds.
target_compile_options(unibreak PRIVATE -fno-sanitize=function)

third_party(md4c SOURCES ${sources}/md4c/src/md4c.c INCLUDE ${sources}/md4c/src DEFINE MD4C_USE_UTF8)

set(yaml_files api parser reader scanner)
list(TRANSFORM yaml_files REPLACE "(.+)" "${sources}/libyaml/src/\\1.c")
third_party(yaml SOURCES ${yaml_files} INCLUDE ${sources}/libyaml/include
    DEFINE YAML_VERSION_MAJOR=0 YAML_VERSION_MINOR=2 YAML_VERSION_PATCH=5 YAML_VERSION_STRING="0.2.5")

set(imgui_files imgui imgui_draw imgui_widgets)
list(TRANSFORM imgui_files REPLACE "(.+)" "${sources}/imgui/\\1.cpp")
third_party(imgui SOURCES ${imgui_files} cmake/imgui_left_out.cpp INCLUDE ${sources}/imgui)
target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="${CMAKE_SOURCE_DIR}/src/ui/dajim_imconfig.h")

# Headers alone. They lie in Debian's /usr/include, which no wasm compiler may see whole.
foreach(library nlohmann doctest)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/headers/${library})
    file(CREATE_LINK /usr/include/${library} ${CMAKE_BINARY_DIR}/headers/${library}/${library} SYMBOLIC)
endforeach()
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/headers/nlohmann)
add_library(doctest INTERFACE)
target_include_directories(doctest SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/headers/doctest)
