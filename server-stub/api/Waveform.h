// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CallAnalyser.h"
#include "api/RecordingLookup.h"
#include "http/Router.h"

namespace Holdfast {

/// The peaks that a recording's waveform is drawn from, for all of it or as finely as there are. Any thread.
class Waveform
{
public:
    Waveform(CallAnalyser &analyser, AccessLog &log, const RecordingLookup &recordings);

    void addTo(Http::Router &router, const Http::Gate &gate);

private:
    void ask(const Http::Request &request, const Http::Responder &responder);

    CallAnalyser &m_analyser;
    AccessLog &m_log;
    const RecordingLookup &m_recordings;
};

} // namespace Holdfast
