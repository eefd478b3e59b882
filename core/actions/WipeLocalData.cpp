// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/WipeLocalData.h"

#include "actions/SecretNames.h"
#include "domain/WhenFinished.h"

#include <QLocale>
#include <QLoggingCategory>
#include <QtConcurrentRun>

#include <utility>

namespace Holdfast {

namespace {

Q_LOGGING_CATEGORY(logWipe, "holdfast.wipe", QtWarningMsg)

QString whatStays(const Unsent &unsent)
{
    QStringList parts;
    if (!unsent.uploads.isEmpty())
        parts += WipeLocalData::tr("%n recording(s)", "not stored yet", static_cast<int>(unsent.uploads.size()));
    if (unsent.remarks > 0)
        parts += WipeLocalData::tr("%n note(s)", "not stored yet", static_cast<int>(unsent.remarks));
    return QLocale().createSeparatedList(parts);
}

} // namespace

/// One wipe: mark ──► forgetToken ──► (read the cache key) ──► removeFiles ──► forgetKey ──► finish
struct WipeLocalData::Run
{
    PersonalWipe files;
    QString tokenName;
    QString cacheKeyName;
    Wiped wiped;
    QPromise<Result<Wiped>> promise;
};

QString WipeLocalData::Wiped::sentence() const
{
    if (unsent.isNothing())
        return {};
    const QString inbox = unsent.inInbox > 0
                              ? tr("%n file(s) of the watched folders wait in the inbox until you sign in "
                                   "again; the files stay where they are.",
                                   nullptr, static_cast<int>(unsent.inInbox))
                              : QString();
    if (unsent.uploads.isEmpty() && unsent.remarks == 0)
        return inbox;
    const QString what = tr("Not stored yet: %1.").arg(whatStays(unsent));
    const bool nothingElse = withoutCopy == unsent.uploads.size() && unsent.remarks == 0;
    const QString where = nothingElse ? QString()
                          : isSealed
                              ? tr("That stays on this computer, sealed, and is sent when you sign in again.")
                              : tr("That stays on this computer and is sent when you sign in again. Notes among it are "
                                   "not sealed, because the keyring can't be used.");
    const QString originals = withoutCopy > 0
                                  ? tr("Of %n recording(s) there is no copy here that lasts, because the keyring can't "
                                       "be used: keep the original files, which are sent when you sign in again.",
                                       nullptr, static_cast<int>(withoutCopy))
                                  : QString();
    QStringList sentences{what, where, originals, inbox};
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

WipeLocalData::WipeLocalData(Keychain &keychain, const QString &profile, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_profile(profile)
{
    for (const PersonalWipe::Person &person : PersonalWipe::unfinished(profile))
        whenFinished(wipe(person), this, [](const Result<Wiped> &wiped) {
            if (!wiped)
                qCWarning(logWipe) << wiped.error().message << wiped.error().detail;
        });
}

QFuture<Result<WipeLocalData::Wiped>> WipeLocalData::wipe(const PersonalWipe::Person &person)
{
    const auto run = std::make_shared<Run>(Run{PersonalWipe(m_profile, person),
                                               secretName("token", person.server, person.username),
                                               secretName("cache", person.server, person.username),
                                               {},
                                               {}});
    run->wiped.hadData = run->files.hasData();
    run->promise.start();
    const auto future = run->promise.future();
    ++m_underWay;
    const Done marked = run->wiped.hadData ? run->files.mark() : Done();
    if (marked)
        forgetToken(run);
    else
        answer(run, marked);
    return future;
}

void WipeLocalData::whenDone(std::function<void()> then)
{
    if (m_underWay == 0)
        then();
    else
        m_waiting.append(std::move(then));
}

void WipeLocalData::forgetToken(const std::shared_ptr<Run> &run)
{
    whenFinished(m_keychain.remove(run->tokenName), this, [this, run](const Done &forgotten) {
        if (!forgotten)
            qCWarning(logWipe) << "the sign-in stays in the keyring:" << forgotten.error().message;
        if (!run->files.hasData())
            return answer(run, {});
        whenFinished(m_keychain.read(run->cacheKeyName), this, [this, run](const Result<QByteArray> &kept) {
            Result<SecretKey> key = kept ? SecretKey::fromBytes(*kept) : fail(kept.error());
            removeFiles(run, key ? std::optional(std::move(*key)) : std::nullopt);
        });
    });
}

void WipeLocalData::removeFiles(const std::shared_ptr<Run> &run, std::optional<SecretKey> cacheKey)
{
    run->wiped.isSealed = cacheKey.has_value();
    const auto key = std::make_shared<const std::optional<SecretKey>>(std::move(cacheKey));
    const auto removed = QtConcurrent::run([run, key] {
        return run->files.run(*key).map([&run](const Unsent &unsent) {
            run->wiped.withoutCopy = run->files.withoutCopy(unsent);
            return unsent;
        });
    });
    whenFinished(removed, this, [this, run](const Result<Unsent> &unsent) {
        if (!unsent)
            return answer(run, fail(unsent.error()));
        run->wiped.unsent = *unsent;
        if (unsent->isNothing())
            forgetKey(run);
        else
            answer(run, run->files.finish(*unsent));
    });
}

/// Nothing is sealed under it any more.
void WipeLocalData::forgetKey(const std::shared_ptr<Run> &run)
{
    whenFinished(m_keychain.remove(run->cacheKeyName), this, [this, run](const Done &forgotten) {
        if (!forgotten)
            qCWarning(logWipe) << "a key that opens nothing stays in the keyring:" << forgotten.error().message;
        answer(run, run->files.finish(run->wiped.unsent));
    });
}

void WipeLocalData::answer(const std::shared_ptr<Run> &run, const Done &done)
{
    run->promise.addResult(done ? Result<Wiped>(run->wiped) : fail(done.error()));
    run->promise.finish();
    if (--m_underWay > 0)
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &then : waiting)
        then();
}

} // namespace Holdfast
