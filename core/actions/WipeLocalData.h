// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/PersonalWipe.h"
#include "keychain/Keychain.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>

namespace Holdfast {

/// Wipes what this computer keeps of one person, in files and in the keyring, and goes on at its beginning with what an
/// earlier program has left half done. The server is not needed. UI thread.
class WipeLocalData : public QObject
{
    Q_OBJECT
public:
    struct Wiped
    {
        bool hadData = false;      ///< there was something of that person here
        PersonalWipe::Left left;   ///< what stays until it is stored
        qsizetype withoutCopy = 0; ///< of its recordings those that have only their original files
        QString sentence() const;  ///< for the person; empty where nothing stays
    };

    WipeLocalData(Keychain &keychain, const QString &profile, QObject *parent = nullptr);

    /// Nobody may have the data open any more. What the keyring has no key for is given up only where a person was told
    /// what that is, and said so.
    QFuture<Result<Wiped>> wipe(const PersonalWipe::Person &person,
                                PersonalWipe::Locked locked = PersonalWipe::Locked::Stays);
    /// Once none is under way: at once where that is so now.
    void whenDone(std::function<void()> then);

private:
    struct Run;
    void forgetToken(const std::shared_ptr<Run> &run);
    void findKeys(const std::shared_ptr<Run> &run);
    void removeFiles(const std::shared_ptr<Run> &run, PersonalWipe::Keys keys);
    void forgetKey(const std::shared_ptr<Run> &run);
    void answer(const std::shared_ptr<Run> &run, const Done &done);

    Keychain &m_keychain;
    QString m_profile;
    int m_underWay = 0;
    QList<std::function<void()>> m_waiting;
};

} // namespace Holdfast
