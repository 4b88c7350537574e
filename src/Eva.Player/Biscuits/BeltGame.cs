using Beffroi.Eva.Contracts;
using Beffroi.Eva.Contracts.Pictures.Controle;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.Biscuits;

/// <summary>Biscuits come along a belt; the person sends each one to « Bon » or « À refaire ». Which were right, the server says.</summary>
public sealed class BeltGame : Game
{
    /// <summary>Nobody sees and answers this fast: it is the end of the gesture before.</summary>
    public static readonly TimeSpan TooSoon = TimeSpan.FromMilliseconds(150);

    /// <summary>A biscuit left by itself: a gesture under way was meant for it, not for the one behind it.</summary>
    public static readonly TimeSpan Surprise = TimeSpan.FromMilliseconds(400);

    /// <summary>Between two ticks the page itself stood still for longer: what nobody could see does not count.</summary>
    public static readonly TimeSpan LongestTick = TimeSpan.FromMilliseconds(500);

    /// <summary>The belt waits while the instruction is said, and no longer than this: a device may have no voice.</summary>
    public static readonly TimeSpan LongestListening = TimeSpan.FromSeconds(6);

    private readonly TimeProvider _clock;
    private readonly Queue<BeltTrial> _trials;
    private readonly Belt _belt;
    private readonly HashSet<string> _described = new(StringComparer.Ordinal);
    private readonly int _tries;
    private readonly int _count;
    private string? _chosen;
    private string? _faced;
    private DateTimeOffset _facedAt;
    private TimeSpan _guard = TooSoon;
    private DateTimeOffset? _movedAt;
    private DateTimeOffset? _listensUntil;
    private int _settled;

    public BeltGame(Play play, Journal journal, TimeProvider clock)
        : base(play, journal)
    {
        var belt = play.Belt ?? throw new ArgumentException("This play has no belt.", nameof(play));
        var answered = play.Answered.ToHashSet(StringComparer.Ordinal);
        var toCome = belt.Pieces.Where(piece => !answered.Contains(piece.Id)).ToList();
        _clock = clock;
        _trials = new Queue<BeltTrial>(belt.Trials.Where(trial => !answered.Contains(trial.Piece.Id)));
        _tries = belt.Trials.Count;
        _belt = new Belt(toCome);
        _settled = belt.Pieces.Count - toCome.Count;
        _count = belt.Pieces.Count;
        Model = belt.Model;
        Pace = Paces.Read(belt.Pace);
    }

    public int Model { get; }

    public Pace Pace { get; private set; }

    public BeltTrial? Trial { get; private set; }

    /// <summary>After a trial: what to look at, or that all is well. In the game, answers get no comment.</summary>
    public string? Feedback { get; private set; }

    /// <summary>From the end of the belt to its start.</summary>
    public IReadOnlyList<OnBelt> Biscuits => Trial is { } trial ? [new OnBelt(trial.Piece, Belt.Waiting)] : _belt.Biscuits;

    /// <summary>The biscuit that the two buttons send: the one chosen, else the first to leave.</summary>
    public BeltPiece? Faced => Biscuits.Where(on => Is(on, _chosen)).Concat(Biscuits).Select(on => on.Piece).FirstOrDefault();

    public bool Moves => Phase == Phase.Playing && !Away && _listensUntil is null;

    /// <summary>How much further the belt goes by itself, in places; null when nothing stops it.</summary>
    public double? Room => _belt.Room(Pace.Waits());

    public bool Describes => Pace == Pace.SelfDescribed;

    public string ModelDescription => BiscuitLook.Of(Model).InWords;

    public override int Number => Phase switch
    {
        Phase.Training => _tries - _trials.Count,
        Phase.Playing => Math.Min(_settled + 1, _count),
        Phase.Instruction or Phase.Ready or Phase.HalfWay or Phase.Finished => 0,
    };

    public override int Total => Phase == Phase.Training ? _tries : _count;

    /// <summary>What the ear reads.</summary>
    public IReadOnlyList<Part> Spoken => Describes
        ? [new Part(Ids.Instruction, null), new Part("modele-mots", null), new Part("biscuit-mots", null)]
        : [new Part(Ids.Instruction, null)];

    protected override bool HasTraining => _trials.Count > 0;

    protected override EventData? WhatIsShown => Faced is null ? null : About(Faced.Id);

    /// <summary>Time has passed. True when there is something new to see.</summary>
    public bool Tick()
    {
        var now = _clock.GetUtcNow();
        var heard = _listensUntil <= now;
        if (heard)
        {
            _listensUntil = null;
        }

        if (!Moves)
        {
            _movedAt = null;
            return heard;
        }

        var elapsed = now - (_movedAt ?? now);
        _movedAt = now;
        var move = _belt.Turn((elapsed < LongestTick ? elapsed : LongestTick) / Pace.Step(), Pace.Waits());
        Tell(move);
        return move.Shows || heard || elapsed > LongestTick;
    }

    /// <summary>Sends a biscuit one way. False when the gesture is not an answer: the biscuit is gone, or has only just come to the front.</summary>
    public bool Send(string id, bool good, Gesture gesture)
    {
        if (Away || Feedback is not null || !Biscuits.Any(on => Is(on, id)) || (Same(id, _faced) && gesture.At - _facedAt < _guard))
        {
            return false;
        }

        _listensUntil = null;
        Journal.Write(EventNames.PieceDropped, About(id).With("bac", good ? BinNames.Good : BinNames.Redo).With("moyen", gesture.Means), gesture.At);
        if (Trial is { } trial)
        {
            var right = Same(trial.Bin, good ? BinNames.Good : BinNames.Redo);
            Feedback = right ? trial.WhenRight : trial.WhenOther;
            if (right)
            {
                PraiseTry();
            }
        }
        else
        {
            _belt.Take(id);
            Settle(1, TooSoon);
        }

        return true;
    }

    /// <summary>The belt waits: the person lets the biscuit go without a choice, as « je ne sais pas ».</summary>
    public bool LetGo(string id, Gesture gesture)
    {
        if (!Pace.Waits() || Phase != Phase.Playing || Away || !_belt.Take(id))
        {
            return false;
        }

        Journal.Write(EventNames.PieceMissed, About(id).With("moyen", gesture.Means), gesture.At);
        Settle(1, TooSoon);
        return true;
    }

    /// <summary>Another biscuit than the first is to be sent next.</summary>
    public void Choose(string id)
    {
        if (!Away && !Same(id, _faced) && Biscuits.Any(on => Is(on, id)))
        {
            _chosen = id;
            Journal.Write(EventNames.PieceTaken, About(id));
            Face(TimeSpan.Zero);
        }
    }

    public void Choose(Pace pace)
    {
        if (pace != Pace)
        {
            Pace = pace;
            Journal.Write(EventNames.PaceChanged, new EventData().With("rythme", pace.Name()));
            Describe();
        }
    }

    public void LeaveTrial()
    {
        Feedback = null;
        if (_trials.Count > 0)
        {
            ShowTraining();
        }
        else
        {
            (Trial, Phase) = (null, Phase.Ready);
        }
    }

    public override void ReplayInstruction()
    {
        base.ReplayInstruction();
        _listensUntil = Phase == Phase.Playing ? _clock.GetUtcNow() + LongestListening : null;
    }

    public void FallSilent() => _listensUntil = null;

    public override void Resume()
    {
        base.Resume();
        Face(TooSoon);
        _movedAt = null;
    }

    public override void CloseHelp()
    {
        base.CloseHelp();
        _movedAt = null;
    }

    /// <summary>A page that nobody sees is a pause, until the person says so.</summary>
    public override void Look(bool visible)
    {
        base.Look(visible);
        if (!visible && !Away && Phase is Phase.Training or Phase.Playing)
        {
            Pause();
        }
    }

    protected override void ShowTraining()
    {
        Trial = _trials.Dequeue();
        Face(TooSoon);
    }

    protected override void ShowNext()
    {
        if (_belt.IsOver)
        {
            Finish();
        }
        else
        {
            Tick();
        }
    }

    private void Tell(BeltMove move)
    {
        foreach (var piece in move.Came)
        {
            Journal.Write(EventNames.PieceAppeared, About(piece.Id));
        }

        foreach (var piece in move.Left)
        {
            Journal.Write(EventNames.PieceMissed, About(piece.Id));
        }

        Settle(move.Left.Count, move.Left.Count > 0 ? Surprise : TooSoon);
    }

    private void Settle(int settled, TimeSpan guard)
    {
        _settled += settled;
        Face(guard);
        if (_belt.IsOver)
        {
            Finish();
        }
    }

    private void Face(TimeSpan guard)
    {
        if (!Same(Faced?.Id, _faced))
        {
            (_faced, _facedAt, _guard) = (Faced?.Id, _clock.GetUtcNow(), guard);
            Describe();
        }
    }

    // Said in words, a biscuit is no longer compared by sight: each one is told once.
    private void Describe()
    {
        if (Describes && Faced is { } piece && _described.Add(piece.Id))
        {
            Journal.Write(EventNames.ReadAloud, About(piece.Id));
        }
    }

    private static bool Is(OnBelt on, string? id) => Same(on.Piece.Id, id);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private static EventData About(string piece) => new EventData().With("piece", piece);
}
