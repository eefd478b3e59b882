// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QTest>

namespace Holdfast::Testing {

/// The value of a future, with the event loop running until it is there. Ends the test program where none comes.
template <class T> T wait(const QFuture<T> &future, int milliseconds = 20'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, milliseconds))
        qFatal("no answer came");
    return future.result();
}

} // namespace Holdfast::Testing
