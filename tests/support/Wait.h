// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QIODevice>
#include <QTest>

#include <future>

namespace Holdfast::Testing {

/// The value of a future, with the event loop running until it is there. Ends the test program where none comes.
template <class T> T wait(const QFuture<T> &future, int milliseconds = 20'000)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, milliseconds))
        qFatal("no answer came");
    return future.result();
}

/// All that is left in a device whose reads may wait for the event loop of this thread.
inline QByteArray readWaiting(QIODevice &device)
{
    auto read = std::async(std::launch::async, [&device] { return device.readAll(); });
    if (!QTest::qWaitFor([&] { return read.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, 20'000))
        qFatal("nothing came");
    return read.get();
}

} // namespace Holdfast::Testing
