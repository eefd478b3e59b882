// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

#include <QFuture>

namespace Holdfast {

/// Lets go of what was taken in here and is no longer to be sent. UI thread; the file that it was made from is read in
/// the pool. session outlives it.
class DiscardWaiting : public QObject
{
    Q_OBJECT
public:
    explicit DiscardWaiting(Session &session, QObject *parent = nullptr);

    /// Conflict where nothing else has it: neither its lead nor the file that it was made from, byte for byte.
    QFuture<Done> discard(const LocalRecording &recording, bool evenTheOnlyCopy);

private:
    Session &m_session;
};

} // namespace Holdfast
