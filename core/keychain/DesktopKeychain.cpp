// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/DesktopKeychain.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <functional>

namespace Holdfast {

namespace {

/// The context of these sentences for whoever translates them.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::DesktopKeychain)
};

Failure unreachable(const QString &message, const QString &detail)
{
    return {FailureKind::Unreachable, message, detail, std::nullopt};
}

Failure keychainFailure(QKeychain::Error error, const QString &detail)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return {FailureKind::NotFound, Words::tr("The desktop's keyring holds nothing of that name."), detail,
                std::nullopt};
    case QKeychain::AccessDeniedByUser:
        return {FailureKind::Cancelled, Words::tr("The keyring was not opened, because it was refused."), detail,
                std::nullopt};
    case QKeychain::AccessDenied:
        return unreachable(Words::tr("The desktop's keyring is locked or closed to Holdfast. Unlock it and try "
                                     "again."),
                           detail);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return unreachable(Words::tr("This desktop has no keyring that Holdfast can use."), detail);
    case QKeychain::NoError: // not asked for
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return unreachable(Words::tr("The desktop's keyring could not be used."), detail);
}

Failure noAnswerInTime()
{
    return unreachable(
        Words::tr("The desktop's keyring did not answer in time. It may be waiting for you to unlock it."), {});
}

/// Starts the job and answers once, with what it came to or that it took too long. A job that is late ends by itself:
/// the keyring's library must not lose it while it works.
template <class T>
QFuture<Result<T>> answerOf(QKeychain::Job *job, std::chrono::milliseconds patience, std::function<Result<T>()> outcome)
{
    struct Answer
    {
        QPromise<Result<T>> promise;
        bool given = false;

        void give(Result<T> result)
        {
            if (std::exchange(given, true))
                return;
            promise.addResult(std::move(result));
            promise.finish();
        }
    };
    const auto answer = std::make_shared<Answer>();
    answer->promise.start();
    const QFuture<Result<T>> future = answer->promise.future();
    job->setAutoDelete(true);
    job->setInsecureFallback(false); // never a plain file
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, outcome] { answer->give(outcome()); });
    QTimer::singleShot(patience, job, [answer] { answer->give(fail(noAnswerInTime())); });
    job->start();
    return future;
}

Done doneUnless(const QKeychain::Job *job)
{
    return job->error() == QKeychain::NoError ? Done() : Done(fail(keychainFailure(job->error(), job->errorString())));
}

} // namespace

DesktopKeychain::DesktopKeychain(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service))
    , m_patience(patience)
{
}

std::unique_ptr<DesktopKeychain> DesktopKeychain::ofHoldfast()
{
    auto keychain = std::make_unique<DesktopKeychain>(QStringLiteral("holdfast"));
    keychain->m_ofOlderPrograms = std::make_unique<DesktopKeychain>(QStringLiteral("holdfastctl"));
    return keychain;
}

QFuture<Result<QByteArray>> DesktopKeychain::read(const QString &name)
{
    auto *const job = new QKeychain::ReadPasswordJob(m_service); // deletes itself when it has finished
    job->setKey(name);
    return answerOf<QByteArray>(job, m_patience, [job]() -> Result<QByteArray> {
        return doneUnless(job).map([job] { return job->binaryData(); });
    });
}

QFuture<Done> DesktopKeychain::write(const QString &name, const QByteArray &secret)
{
    auto *const job = new QKeychain::WritePasswordJob(m_service); // deletes itself when it has finished
    job->setKey(name);
    job->setBinaryData(secret);
    return answerOf<void>(job, m_patience, [job] { return doneUnless(job); });
}

QFuture<Done> DesktopKeychain::remove(const QString &name)
{
    auto *const job = new QKeychain::DeletePasswordJob(m_service); // deletes itself when it has finished
    job->setKey(name);
    return answerOf<void>(job, m_patience, [job]() -> Done {
        return job->error() == QKeychain::EntryNotFound ? Done() : doneUnless(job);
    });
}

} // namespace Holdfast
