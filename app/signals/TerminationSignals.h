// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Holdfast {

/// Turns SIGTERM and SIGINT into a signal of the event loop. One of it, in the main thread.
class TerminationSignals : public QObject
{
    Q_OBJECT
public:
    explicit TerminationSignals(QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void terminated();
};

} // namespace Holdfast
