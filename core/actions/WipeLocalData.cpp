// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/WipeLocalData.h"

#include "actions/PersonalSecrets.h"
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

QString lockedSentence(const Unsent &unsent)
{
    const QString what = whatStays(unsent);
    const QString where =
        WipeLocalData::tr("It stays on this computer as it is, sealed with a key that the keyring does not hold now, "
                          "and is sent once you sign in with that key in the keyring. Keep the original files.");
    return (what.isEmpty() ? WipeLocalData::tr("Something of an earlier time is not stored yet.")
                           : WipeLocalData::tr("Not stored yet: %1.").arg(what)) +
           QLatin1Char(' ') + where;
}

} // namespace

/// One wipe: mark ──► forgetToken ──► findKeys ──► removeFiles ──► forgetKey ──► finish
struct WipeLocalData::Run
{
    PersonalWipe files;
    PersonalSecrets secrets;
    PersonalWipe::Locked locked;
    Wiped wiped;
    QPromise<Result<Wiped>> promise;
};

QString WipeLocalData::Wiped::sentence() const
{
    const Unsent &unsent = left.unsent;
    if (left.isLocked)
        return lockedSentence(unsent);
    const QString givenUp = left.hasGivenUp
                                ? tr("What lay here sealed with a key that the keyring has lost could not be "
                                     "opened any more and is removed: recordings that waited can be sent only "
                                     "from their original files, and notes that were not stored are lost.")
                                : QString();
    if (unsent.isNothing())
        return givenUp;
    const QString inbox = unsent.inInbox > 0
                              ? tr("%n file(s) of the watched folders wait in the inbox until you sign in "
                                   "again; the files stay where they are.",
                                   nullptr, static_cast<int>(unsent.inInbox))
                              : QString();
    if (unsent.uploads.isEmpty() && unsent.remarks == 0)
        return QStringList{givenUp, inbox}.join(QLatin1Char(' ')).trimmed();
    const QString what = tr("Not stored yet: %1.").arg(whatStays(unsent));
    const bool nothingElse = withoutCopy == unsent.uploads.size() && unsent.remarks == 0;
    const QString where = nothingElse ? QString()
                          : left.isSealed
                              ? tr("That stays on this computer, sealed, and is sent when you sign in again.")
                              : tr("That stays on this computer and is sent when you sign in again. Notes among it are "
                                   "not sealed, because the keyring can't be used.");
    const QString originals = withoutCopy > 0
                                  ? tr("Of %n recording(s) there is no copy here that lasts: keep the original "
                                       "files, which are sent when you sign in again.",
                                       nullptr, static_cast<int>(withoutCopy))
                                  : QString();
    QStringList sentences{givenUp, what, where, originals, inbox};
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

QFuture<Result<WipeLocalData::Wiped>> WipeLocalData::wipe(const PersonalWipe::Person &person,
                                                          PersonalWipe::Locked locked)
{
    const auto run = std::make_shared<Run>(Run{PersonalWipe(m_profile, person),
                                               PersonalSecrets(m_keychain, m_profile, person.server, person.username),
                                               locked,
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
    run->secrets.forgetToken(this, [this, run](const Done &forgotten) {
        if (!forgotten)
            qCWarning(logWipe) << "the sign-in stays in the keyring:" << forgotten.error().message;
        if (!run->files.hasData())
            return answer(run, {});
        findKeys(run);
    });
}

/// A keyring that is locked finds nothing either: only one that takes something has lost what it does not find.
void WipeLocalData::findKeys(const std::shared_ptr<Run> &run)
{
    run->secrets.tryKeyring(this, [this, run](const Done &works) {
        run->secrets.find(QStringLiteral("cache"), this, [=, this](const PersonalSecrets::Finds &found) {
            PersonalWipe::Keys keys;
            keys.isKeyringAway = !works || !found;
            for (const PersonalSecrets::Found &one : found.value_or(QList<PersonalSecrets::Found>()))
                if (Result<SecretKey> key = SecretKey::fromBytes(one.secret))
                    keys.kept.push_back(std::move(*key));
            removeFiles(run, std::move(keys));
        });
    });
}

void WipeLocalData::removeFiles(const std::shared_ptr<Run> &run, PersonalWipe::Keys keys)
{
    const auto kept = std::make_shared<const PersonalWipe::Keys>(std::move(keys));
    const auto removed = QtConcurrent::run([run, kept] {
        return run->files.run(*kept, run->locked).map([&run](const PersonalWipe::Left &left) {
            run->wiped.withoutCopy = run->files.withoutCopy(left.unsent);
            return left;
        });
    });
    whenFinished(removed, this, [this, run](const Result<PersonalWipe::Left> &left) {
        if (!left)
            return answer(run, fail(left.error()));
        run->wiped.left = *left;
        if (left->isNothing())
            forgetKey(run);
        else
            answer(run, run->files.finish(*left));
    });
}

/// Nothing is sealed under it any more. One under an older name stays: another profile may need it.
void WipeLocalData::forgetKey(const std::shared_ptr<Run> &run)
{
    const PersonalSecrets::Place place = run->secrets.place(QStringLiteral("cache"));
    if (!run->secrets.hasName())
        return answer(run, run->files.finish(run->wiped.left));
    whenFinished(place.keychain->remove(place.name), this, [this, run](const Done &forgotten) {
        if (!forgotten)
            qCWarning(logWipe) << "a key that opens nothing stays in the keyring:" << forgotten.error().message;
        answer(run, run->files.finish(run->wiped.left));
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
