// What of Dear ImGui is compiled: no font, no demo, no debug windows, nothing that touches files or the shell.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// Names a font loader of ours (cmake/imgui_left_out.cpp) instead of ImGui's TrueType parser.
#define IMGUI_ENABLE_FREETYPE

// Emoji lie beyond the first 65,536 code points.
#define IMGUI_USE_WCHAR32
