// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/KeyOverview.h"

#include <QIcon>

/// How the server's keys are told in words.
namespace Holdfast {

QString keyStateWords(const KeyOverview::Wrapping &key);
QIcon keySign(const KeyOverview::Wrapping &key);
QString wrapsWords(const KeyOverview::Wrapping &key);  ///< "1,204 recordings, 2 webhooks"
QString keySentence(const KeyOverview::Wrapping &key); ///< what that means, and what can be done
QString rotationSentence(const std::optional<KeyOverview::Rotation> &rotation);
QString tokenKeySentence(const QList<KeyOverview::Token> &keys);
QString checkpointKeySentence(const QList<KeyOverview::Checkpoint> &keys);

} // namespace Holdfast
