using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;

namespace Beffroi.Eva.Player.Words;

/// <summary>What is seen of a word: a cross to look at, then the word, then (in training) a kind sentence.</summary>
public enum Sight
{
    Cross,
    Word,
    Feedback,
}

/// <summary>Lexical decision: a letter string is shown, the person says whether it is a French word.</summary>
public sealed class WordGame : Game
{
    /// <summary>The cross gathers the eyes before each word: 500 ms, as in the game this one takes over from.</summary>
    public static readonly TimeSpan Cross = TimeSpan.FromMilliseconds(500);

    /// <summary>Nobody reads and answers this fast: it is the end of the gesture before.</summary>
    public static readonly TimeSpan TooSoon = TimeSpan.FromMilliseconds(150);

    private readonly Queue<TrainingStimulus> _training;
    private readonly Queue<Stimulus> _toPlay;
    private readonly List<string> _tries;
    private readonly List<string> _counted;
    private readonly int _half;
    private TrainingStimulus? _tried;
    private DateTimeOffset? _shownAt;
    private bool _readsNext;

    public WordGame(Play play, Journal journal)
        : base(play, journal)
    {
        var answered = play.Answered.ToHashSet(StringComparer.Ordinal);
        _training = new Queue<TrainingStimulus>(play.TrainingStimuli.Where(word => !answered.Contains(word.Id)));
        _toPlay = new Queue<Stimulus>(play.Stimuli.Where(word => !answered.Contains(word.Id)));
        _tries = [.. play.TrainingStimuli.Select(word => word.Id)];
        _counted = [.. play.Stimuli.Select(word => word.Id)];
        _half = Math.Max(1, play.Stimuli.Count / 2);
    }

    public Stimulus? Current { get; private set; }

    public Sight Sight { get; private set; }

    /// <summary>Grows each time a cross is shown: a delay started for an older one is out of date.</summary>
    public int Showing { get; private set; }

    /// <summary>After a training word: what it is.</summary>
    public string? Feedback { get; private set; }

    /// <summary>The person asked to hear every word: each counts apart.</summary>
    public bool ReadsAll { get; private set; }

    public override int Number => Current is null ? 0 : Numbered.IndexOf(Current.Id) + 1;

    public override int Total => Numbered.Count;

    private List<string> Numbered => Phase == Phase.Training ? _tries : _counted;

    protected override bool HasTraining => _training.Count > 0;

    protected override EventData? WhatIsShown => Current is null ? null : new EventData().With("mot", Current.Id);

    /// <summary>The cross has been seen long enough. False when a pause or another word came between.</summary>
    public bool Reveal(int showing)
    {
        if (showing != Showing || Away || Sight != Sight.Cross || Current is null)
        {
            return false;
        }

        Sight = Sight.Word;
        return true;
    }

    /// <summary>The word is on the screen since <paramref name="at"/>; true when it is to be read aloud.</summary>
    public bool Shown(DateTimeOffset at)
    {
        if (Sight != Sight.Word || Away || _shownAt is not null)
        {
            return false;
        }

        _shownAt = at;
        Journal.Write(EventNames.WordShown, WhatIsShown, at);
        var readAloud = ReadsAll || _readsNext;
        if (readAloud)
        {
            Journal.Write(EventNames.ReadAloud, WhatIsShown);
        }

        return readAloud;
    }

    /// <summary>False when the gesture is not an answer: no word is shown, or it came too soon to be one.</summary>
    public bool Judge(bool french, Gesture gesture)
    {
        if (Current is null || Away || Sight != Sight.Word || _shownAt is not { } shown || gesture.At - shown < TooSoon)
        {
            return false;
        }

        Journal.Write(
            EventNames.WordJudged,
            new EventData().With("mot", Current.Id).With("reponse", french ? "francais" : "pasfrancais").With("moyen", gesture.Means),
            gesture.At);
        if (Phase == Phase.Training)
        {
            Comment(french);
        }
        else
        {
            ShowNext();
        }

        return true;
    }

    public void LeaveTrainingWord()
    {
        if (_training.Count > 0)
        {
            ShowTraining();
        }
        else
        {
            (Current, Feedback, Phase) = (null, null, Phase.Ready);
        }
    }

    /// <summary>After the rest in the middle.</summary>
    public void GoOn()
    {
        Phase = Phase.Playing;
        ShowNext();
    }

    /// <summary>The word on the screen is to be read aloud when it shows again; it counts apart.</summary>
    public void ReadNext() => _readsNext = true;

    /// <summary>So is every word from now on.</summary>
    public void ReadAll() => ReadsAll = true;

    public void StopReadingAloud() => (ReadsAll, _readsNext) = (false, false);

    /// <summary>Shows the same word again behind its cross, after anything that hid it.</summary>
    public void ShowAgain()
    {
        if (Current is not null && Sight != Sight.Feedback)
        {
            ShowCross();
        }
    }

    public override void Resume()
    {
        base.Resume();
        ShowAgain();
    }

    public override void CloseHelp()
    {
        base.CloseHelp();
        ShowAgain();
    }

    public override void Look(bool visible)
    {
        base.Look(visible);
        if (visible && !Away)
        {
            ShowAgain();
        }
    }

    protected override void ShowTraining()
    {
        _tried = _training.Dequeue();
        Show(new Stimulus(_tried.Id, _tried.Text));
    }

    protected override void ShowNext()
    {
        if (_toPlay.Count == 0)
        {
            Current = null;
            Finish();
        }
        else if (Number == _half)
        {
            // No longer on a word: going on shows the next one.
            (Current, Phase) = (null, Phase.HalfWay);
        }
        else
        {
            Show(_toPlay.Dequeue());
        }
    }

    private void Comment(bool french)
    {
        if (_tried is null)
        {
            return;
        }

        var word = $"« {_tried.Text} »";
        Feedback = (_tried.French, _tried.French == french) switch
        {
            (true, true) => $"Oui, {word} est un mot français.",
            (true, false) => $"{word} est un mot français. Le robot apprend avec vous.",
            (false, true) => $"Oui, {word} est un mot inventé.",
            (false, false) => $"{word} est un mot inventé. Le robot apprend avec vous.",
        };
        Sight = Sight.Feedback;
        if (_tried.French == french)
        {
            PraiseTry();
        }
    }

    private void Show(Stimulus word)
    {
        (Current, Feedback, _readsNext) = (word, null, false);
        ShowCross();
    }

    private void ShowCross()
    {
        (Sight, _shownAt) = (Sight.Cross, null);
        Showing++;
    }
}
