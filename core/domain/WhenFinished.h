// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

namespace Holdfast {

/// Calls then(value) in the context's thread once the future has its value. A context that is gone by then is not
/// called; a future that was given up without a value calls nobody either, unless its values are Results: then it is
/// Cancelled. (QFuture::then with a context asserts in Qt 6.4 where the context dies first.)
template <class T, class Then> void whenFinished(const QFuture<T> &future, QObject *context, Then then)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then = std::move(then)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            then(watcher->future().result());
        else if constexpr (std::is_constructible_v<T, tl::unexpected<Failure>>)
            then(T(fail(FailureKind::Cancelled, QObject::tr("Stopped."))));
    });
    watcher->setFuture(future);
}

/// A future that has its value already.
template <class T> QFuture<T> finishedWith(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace Holdfast
