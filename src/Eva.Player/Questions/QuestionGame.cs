using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Phones;

namespace Beffroi.Eva.Player.Questions;

/// <summary>A situation made of questions, one on the screen at a time.</summary>
public sealed class QuestionGame : Game
{
    private readonly Queue<Item> _training;
    private readonly Queue<Item> _toPlay;
    private readonly List<string> _tried;
    private readonly List<string> _counted;
    private readonly Way? _way;

    /// <param name="play">The questions.</param>
    /// <param name="journal">Where what happens is told.</param>
    /// <param name="walk">Chooses the next question from the answers, where the play has a route; without one, questions come in their order.</param>
    public QuestionGame(Play play, Journal journal, Walk? walk = null)
        : base(play, journal)
    {
        _way = walk is null || play.Route is not { } card ? null : new Way(play, card, walk);
        var answered = play.Answered.ToHashSet(StringComparer.Ordinal);
        _training = new Queue<Item>(play.Training.Where(item => !answered.Contains(item.Id)));
        _toPlay = new Queue<Item>(play.Items.Where(item => !answered.Contains(item.Id)));
        _tried = [.. play.Training.Select(item => item.Id)];
        // The optional text comes last and is offered, not counted.
        _counted = [.. play.Items.Where(item => item.Kind != ItemKind.Writing).Select(item => item.Id)];
    }

    public Item? Current { get; private set; }

    public Draft? Draft { get; private set; }

    /// <summary>The found telephone, where the question has one.</summary>
    public PhoneInHand? Phone { get; private set; }

    /// <summary>What is missing from the answer just tried, said kindly.</summary>
    public string? Missing { get; private set; }

    /// <summary>After a training answer: what to try, or that all is well. In the game, answers get no comment.</summary>
    public string? Feedback { get; private set; }

    /// <summary>The measured text of this question was read aloud: it counts apart.</summary>
    public bool WasReadAloud { get; private set; }

    /// <summary>Where the next question depends on the answers, nobody knows how many there are.</summary>
    public bool IsRouted => _way is not null;

    /// <summary>Questions answered on the way, in all its visits.</summary>
    public int Answered => _way?.Answered ?? 0;

    /// <summary>The dictated word is on the screen, for somebody to read it aloud.</summary>
    public bool ShowsDictation { get; private set; }

    public override int Number => Current is null ? 0 : OnTheWay ? Answered + 1 : Numbered.IndexOf(Current.Id) + 1;

    public override int Total => OnTheWay ? _way!.Longest : Numbered.Count;

    private bool OnTheWay => _way is not null && Phase != Phase.Training;

    private List<string> Numbered => Phase == Phase.Training ? _tried : _counted;

    protected override bool HasTraining => _training.Count > 0;

    protected override EventData? WhatIsShown => Current is null ? null : new EventData().With("question", Current.Id);

    public void Submit(Gesture gesture)
    {
        if (Current is null || Draft is null || Away || Feedback is not null)
        {
            return;
        }

        Missing = Draft.Missing;
        if (Missing is not null)
        {
            Draft.Insist();
            return;
        }

        Journal.Write(
            EventNames.Answered,
            new EventData().With("question", Current.Id).With("reponse", Draft.Value).With("neSaisPas", Draft.DontKnow).With("moyen", gesture.Means),
            gesture.At);
        if (Phase == Phase.Training)
        {
            Feedback = TrainingFeedback.For(Current, Draft);
        }
        else
        {
            _way?.Take(Current.Id, Draft.Value, WasReadAloud);
            ShowNextOrBreathe();
        }
    }

    /// <summary>After a breath.</summary>
    public void GoOn()
    {
        Phase = Phase.Playing;
        ShowNext();
    }

    /// <summary>The dictated word, its sentence, the word again.</summary>
    public IReadOnlyList<Part> HearDictation()
    {
        if (Current?.Dictation is not { } dictation || Away)
        {
            return [];
        }

        Journal.Write(EventNames.DictationHeard, WhatIsShown);
        return [Speakable.Dictated(dictation)];
    }

    /// <summary>No voice on this device, or none that this person hears: somebody reads the word from the screen. The answer counts apart.</summary>
    public void ShowDictation()
    {
        if (Current?.Dictation is not null)
        {
            (ShowsDictation, WasReadAloud) = (true, true);
            Journal.Write(EventNames.ReadAloud, WhatIsShown?.With("forme", "dicteeMontree"));
        }
    }

    public void HideDictation() => ShowsDictation = false;

    /// <summary>The numbers of a chart are read in a table.</summary>
    public void OpenTable()
    {
        if (Feedback is null)
        {
            Journal.Write(EventNames.TableOpened, WhatIsShown);
        }
    }

    /// <summary>Leaves an optional question without a word: as good an answer as another.</summary>
    public void Skip(Gesture gesture)
    {
        Draft?.ChooseDontKnow();
        Submit(gesture);
    }

    public void RetryTraining() => Show(Current ?? throw new InvalidOperationException("No training question is shown: there is nothing to try again."));

    public void LeaveTrainingQuestion()
    {
        if (_training.TryDequeue(out var next))
        {
            Show(next);
        }
        else
        {
            Current = null;
            Feedback = null;
            Phase = Phase.Ready;
        }
    }

    /// <summary>The person asks to hear the measured text: said before it is spoken, so that the answer counts apart.</summary>
    public IReadOnlyList<Part> ReadMeasuredAloud(Gesture gesture = default)
    {
        if (Current is null)
        {
            return [];
        }

        WasReadAloud = true;
        Journal.Write(EventNames.ReadAloud, WhatIsShown);
        Phone?.Open(gesture);
        return Speakable.Measured(Current);
    }

    protected override void ShowTraining() => Show(_training.Dequeue());

    protected override void ShowNext()
    {
        if ((_way is null ? _toPlay.TryDequeue(out var next) ? next : null : _way.Next()) is { } item)
        {
            Show(item);
        }
        else
        {
            (Current, Draft, Phone) = (null, null, null);
            Finish();
        }
    }

    private void ShowNextOrBreathe()
    {
        if (_way is { IsTimeToBreathe: true } && _way.Next() is not null)
        {
            (Current, Draft, Missing) = (null, null, null);
            Phase = Phase.HalfWay;
        }
        else
        {
            ShowNext();
        }
    }

    private void Show(Item item)
    {
        (Current, Draft, Missing, Feedback, WasReadAloud, ShowsDictation) = (item, new Draft(item), null, null, false, false);
        Phone = item.Phone is { } phone ? new PhoneInHand(item, phone, Journal) : null;
        Journal.Write(EventNames.QuestionShown, WhatIsShown);
    }
}
