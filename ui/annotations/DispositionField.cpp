// SPDX-License-Identifier: GPL-3.0-or-later
#include "annotations/DispositionField.h"

#include "domain/Limits.h"
#include "domain/ShownText.h"
#include "local/RecordingKey.h"
#include "look/Spacing.h"
#include "look/WordBox.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Holdfast {

DispositionField::DispositionField(Annotate &annotate, QWidget *parent)
    : QWidget(parent)
    , m_annotate(annotate)
    , m_box(new WordBox(tr("Disposition"), maxDispositionLength, this))
    , m_question(new QWidget(parent))
    , m_asks(new QLabel(m_question))
{
    build();
    connect(m_box, &WordBox::chosen, this, &DispositionField::keep);
    connect(m_box, &WordBox::typed, this, &DispositionField::keepTyped);
    connect(&m_annotate, &Annotate::writtenChanged, this, [this](const QString &key) {
        if (m_recording && recordingKey(*m_recording) == key)
            reload();
    });
    show(std::nullopt);
}

void DispositionField::build()
{
    m_box->setHint(tr("Disposition"));
    setFocusProxy(m_box);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_box);

    m_asks->setWordWrap(true);
    m_asks->setTextFormat(Qt::PlainText);
    m_choices = new QWidget(m_question);
    auto *mine = new QPushButton(tr("Keep mine"), m_choices);
    auto *other = new QPushButton(tr("Take theirs"), m_choices);
    auto *choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(Space::small);
    choices->addStretch();
    choices->addWidget(mine);
    choices->addWidget(other);
    auto *question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, 0);
    question->setSpacing(Space::hair);
    question->addWidget(m_asks);
    question->addWidget(m_choices);
    connect(mine, &QPushButton::clicked, this, [this] { decide(m_box->word()); });
    connect(other, &QPushButton::clicked, this, [this] { decide(m_theirs); });
}

void DispositionField::show(const std::optional<LocalRecording> &recording)
{
    finishWriting();
    m_recording = recording;
    setEnabled(recording.has_value());
    const Result<QStringList> words = m_annotate.knownDispositions();
    if (words)
        m_box->offer(*words);
    else
        Q_EMIT problem(words.error().message);
    reload();
}

void DispositionField::finishWriting()
{
    if (m_box->isBeingTyped() || !m_isResumed) // what was left unfinished once needs a person to finish it
        m_box->finish();
}

void DispositionField::reload()
{
    const Result<Annotate::Written> written =
        m_recording ? m_annotate.written(*m_recording, RecordingField::Disposition) : Annotate::Written{};
    if (!written) {
        Q_EMIT problem(written.error().message);
        return;
    }
    if (!m_box->isBeingTyped()) { // else what was typed is over what stood there when it was begun
        m_isResumed = written->isUnfinished;
        if (m_isResumed)
            m_box->resume(written->text);
        else
            m_box->show(written->text);
        m_over = written->text;
    }
    showState(*written);
}

void DispositionField::showState(const Annotate::Written &written)
{
    m_isAsking = written.theirs.has_value();
    m_theirs = written.theirs.value_or(QString());
    if (!m_isAsking)
        m_asks->setText(written.problem);
    else if (written.text.isEmpty())
        m_asks->setText(tr("You took the disposition away; somebody else chose “%1” meanwhile. Which shall stay?")
                            .arg(shownOnOneLine(m_theirs)));
    else if (m_theirs.isEmpty())
        m_asks->setText(tr("You chose “%1”; somebody else took the disposition away meanwhile. Which shall stay?")
                            .arg(shownOnOneLine(written.text)));
    else
        m_asks->setText(tr("You chose “%1”, somebody else “%2” meanwhile. Which shall stay?")
                            .arg(shownOnOneLine(written.text), shownOnOneLine(m_theirs)));
    m_choices->setVisible(m_isAsking);
    m_question->setVisible(m_isAsking || !written.problem.isEmpty());
    m_box->setToolTip(written.isWaiting ? tr("Kept on this computer; sent as soon as the server can be reached.")
                                        : tr("What came of the call: choose, or type"));
    Q_EMIT stateChanged();
}

bool DispositionField::needsPerson() const
{
    return !m_question->isHidden();
}

void DispositionField::keep(const QString &word)
{
    if (m_recording)
        say(m_annotate.write(*m_recording, RecordingField::Disposition, word, m_over));
}

void DispositionField::keepTyped(const QString &word)
{
    if (m_recording)
        say(m_annotate.keepUnfinished(*m_recording, RecordingField::Disposition, word, m_over));
}

void DispositionField::decide(const QString &word)
{
    m_box->setFocus(); // the buttons go
    if (m_recording)
        say(m_annotate.decide(*m_recording, RecordingField::Disposition, word));
}

void DispositionField::say(const Done &done)
{
    if (!done)
        Q_EMIT problem(done.error().message);
}

} // namespace Holdfast
