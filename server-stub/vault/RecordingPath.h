// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/MediaFormat.h"

#include <QByteArray>
#include <QDate>
#include <QString>

namespace Holdfast {

/// How the vault names a recording's file: "2026/01/15" and "recording_123.wav", joined to its filePath.
QString dayFolder(const QDate &day);
QString recordingFileName(RecordingId id, MediaFormat format);

/// True for a path of exactly that form, so that nothing else can be opened or removed.
bool isFilePath(const QString &path);

/// What a recording's seal is bound to: its id in decimal.
QByteArray sealContext(RecordingId id);
/// What the seal of data derived from it is bound to.
QByteArray sealContextBeside(const QString &filePath, const QString &kind);

} // namespace Holdfast
