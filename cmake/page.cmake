# The page: web/*.cpp linked with every layer and with SDL2, and the JavaScript half of each, web/*.js, as a library of the link.
file(GLOB page_sources CONFIGURE_DEPENDS web/*.cpp)
file(GLOB page_libraries CONFIGURE_DEPENDS web/*.js)

add_executable(app ${page_sources})
target_compile_options(app PRIVATE ${dajim_options})
target_include_directories(app PRIVATE ${CMAKE_SOURCE_DIR})
target_include_directories(app SYSTEM PRIVATE /opt/sdl2/include)
target_link_libraries(app PRIVATE dajim_ui /opt/sdl2/lib/libSDL2.a)
set_target_properties(app PROPERTIES LINK_DEPENDS "${page_libraries}")

# What a keystroke runs through is compiled for speed, and what reads every byte of a save; all else for size.
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(dajim_text PRIVATE -O2)
    set_source_files_properties(src/text/find.cpp src/text/fold.cpp TARGET_DIRECTORY dajim_text PROPERTIES COMPILE_OPTIONS -Oz)
    set_source_files_properties(src/formats/sha256.cpp src/formats/content_sum.cpp src/formats/json.cpp TARGET_DIRECTORY dajim_formats PROPERTIES COMPILE_OPTIONS -O2)
    set_source_files_properties(web/renderer.cpp web/glyphs.cpp PROPERTIES COMPILE_OPTIONS -O2)
endif()

foreach(library ${page_libraries})
    target_link_options(app PRIVATE "SHELL:--js-library ${library}")
endforeach()

target_link_options(app PRIVATE
    -lidbfs.js
    -sENVIRONMENT=web
    -sMIN_CHROME_VERSION=95 -sMIN_FIREFOX_VERSION=95 -sMIN_SAFARI_VERSION=150400
    -sALLOW_MEMORY_GROWTH
    -sMALLOC=emmalloc
    -sSTACK_SIZE=1MB -sSTACK_OVERFLOW_CHECK=1
    -sEXIT_RUNTIME=0
    -sDYNAMIC_EXECUTION=0
    -sTEXTDECODER=2
    # What shell/start.js hands over; Emscripten leaves out the rest. Without noExitRuntime it takes the end of main for the
    # end of the program, and no timer fires any more.
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,noExitRuntime,onAbort,postRun,print,printErr
    -sEXPORTED_RUNTIME_METHODS=
    # WebGL2 alone, by the names the renderer calls, without the bookkeeping for what it does not use.
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sGL_ENABLE_GET_PROC_ADDRESS=0
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
    -sGL_WORKAROUND_SAFARI_GETCONTEXT_BUG=0
    -sGL_TRACK_ERRORS=0
    "$<IF:$<CONFIG:Debug>,-sASSERTIONS=1,-sASSERTIONS=0>")
