namespace Beffroi.Psychometrics;

/// <summary>One item asked, and what was known once it was.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Score">From 0 to the item's highest; null when it was skipped.</param>
/// <param name="Ability">Estimate after it, in logits.</param>
/// <param name="StandardError">Standard error after it, in logits.</param>
public sealed record CatStep(string ItemId, int? Score, double Ability, double StandardError);

/// <summary>One person's adaptive test: ask for the <see cref="Next"/> item, <see cref="Answer"/> it, until there is none; <see cref="Stop"/> then says why.
/// Not safe for several threads at once. Everything can be written down at any time (<see cref="ToState"/>) and resumed elsewhere.</summary>
public sealed class CatSession
{
    readonly AdaptiveTest _test;
    readonly CatState _beginning;
    readonly SplitMix64 _chance;
    readonly Candidates _candidates;
    readonly ItemChoice _choice;
    readonly List<CatStep> _history = [];
    int? _pending;

    internal CatSession(AdaptiveTest test, CatState state)
    {
        (_test, _beginning, _chance) = (test, state, new(state.Random));
        Track = new(test.Compiled, test.PriorOf(state));
        _candidates = new(test);
        _choice = new(test, _candidates, _chance);
        Estimate();
        foreach (var id in state.Withheld)
        {
            _candidates.Withhold(Position(id));
        }

        foreach (var id in state.SetAside)
        {
            _choice.SetAside(Position(id));
        }

        foreach (var answer in state.Answers)
        {
            Record(Position(answer.ItemId), answer.Score);
        }

        _pending = state.Pending is { } pending ? Position(pending) : null;
        Stop = state.Ended is { } reason ? new(reason) : null;
    }

    /// <summary>Current estimate of the ability, in logits.</summary>
    public double Ability { get; private set; }

    /// <summary>Its standard error, in logits: above 0, finite.</summary>
    public double StandardError { get; private set; }

    /// <summary>Items asked so far, in order.</summary>
    public IReadOnlyList<CatStep> History => _history;

    /// <summary>Items answered, skipped ones left out.</summary>
    public int Answered => Track.Answers.Count;

    /// <summary>The end of the test; null while it goes on. Rules are heard by <see cref="Next"/>.</summary>
    public CatStop? Stop { get; private set; }

    internal AbilityTrack Track { get; }

    /// <summary>The next item, the same until it is dealt with; null when the test has stopped, for the reason in <see cref="Stop"/>.</summary>
    public BankItem? Next()
    {
        if (Stop is null && _pending is null)
        {
            Stop = Advance();
        }

        return _pending is { } item ? _test.Bank.Items[item] : null;
    }

    /// <summary>Takes an answer. The item is usually the one proposed; any other that may still be asked is accepted (a linear part, an answer from elsewhere) and replaces it.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="score">From 0 to its highest score.</param>
    /// <exception cref="ArgumentException">The item is not in the bank, or it or an enemy was asked.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The score is not one of the item's.</exception>
    /// <exception cref="InvalidOperationException">The test has stopped.</exception>
    public void Answer(string itemId, int score)
    {
        var item = Askable(itemId);
        Record(item, _test.Bank.Items[item].Model.RequireScore(score));
        _pending = null;
    }

    /// <summary>The item was seen and not answered: it tells nothing, it is not asked again, and it counts in the longest length. To mark it wrong, answer it with 0.</summary>
    /// <param name="itemId">The item.</param>
    /// <exception cref="ArgumentException">The item is not in the bank, or it or an enemy was asked.</exception>
    /// <exception cref="InvalidOperationException">The test has stopped.</exception>
    public void Skip(string itemId)
    {
        Record(Askable(itemId), null);
        _pending = null;
    }

    /// <summary>The proposed item was never shown: nothing is recorded, and it may be proposed again.</summary>
    /// <param name="itemId">The item proposed.</param>
    /// <exception cref="ArgumentException">It is not the item proposed.</exception>
    public void NotReached(string itemId) =>
        _pending = _pending is { } item && Position(itemId) == item ? null : throw new ArgumentException($"Item {itemId} is not the one proposed.", nameof(itemId));

    /// <summary>Ends the test from outside; what was answered stands. Without effect on a test that has stopped.</summary>
    /// <param name="reason"><see cref="StopReason.TimeOut"/> or <see cref="StopReason.Abandoned"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another reason, which is not the caller's to give.</exception>
    public void End(StopReason reason)
    {
        if (reason is not (StopReason.TimeOut or StopReason.Abandoned))
        {
            throw new ArgumentOutOfRangeException(nameof(reason), reason, "A caller ends a session by time or abandon.");
        }

        (Stop, _pending) = (Stop ?? new(reason), null);
    }

    /// <summary>The whole posterior, for intervals and shares below cuts.</summary>
    public Posterior Posterior() => Track.ToPosterior();

    /// <summary>Probability of each level that cuts bound, from the lowest; they sum to 1.</summary>
    /// <param name="cuts">Increasing, at least one.</param>
    /// <returns>One more probability than cuts.</returns>
    /// <exception cref="ArgumentException">There is no cut, or the cuts do not increase.</exception>
    public double[] LevelProbabilities(params IReadOnlyList<AbilityCut> cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        var (levels, below) = (new double[cuts.Count + 1], 0.0);
        var at = 0;
        foreach (var cut in AbilityCut.Increasing([.. cuts], nameof(cuts)))
        {
            // Cuts of unequal errors may cross far out in the tails: a level is never negative.
            var next = Math.Clamp(Track.Average(cut.Shares(Track.Prior)), below, 1);
            (levels[at++], below) = (next - below, next);
        }

        levels[at] = 1 - below;
        return levels;
    }

    /// <summary>Everything needed to go on elsewhere.</summary>
    public CatState ToState() => _beginning with
    {
        Random = _chance.State,
        Answers = [.. _history.Select(step => new CatAnswer(step.ItemId, step.Score))],
        SetAside = [.. _choice.AllSetAside.Select(item => _test.Bank.Items[item].Id)],
        Pending = _pending is { } item ? _test.Bank.Items[item].Id : null,
        Ended = Stop is { Reason: StopReason.TimeOut or StopReason.Abandoned } ? Stop.Reason : null,
    };

    /// <summary>Fisher information, at the current ability, of the best item that may still be asked; 0 when there is none.</summary>
    internal double LargestInformationLeft() => Fill(finishing: false) ? _choice.LargestInformation(Ability) : 0;

    CatStop? Advance()
    {
        var met = Answered >= _test.Options.MinimumLength ? FirstRuleMet() : null;
        if (met is not null && _candidates.Owed == 0)
        {
            return met;
        }

        if (_history.Count >= _test.Options.MaximumLength)
        {
            return new(StopReason.MaximumLength);
        }

        if (!Fill(finishing: met is not null))
        {
            return met ?? new(StopReason.BankExhausted);
        }

        _pending = _choice.Next(IsOpening ? _test.Opening! : _test.Options.Selection, Track, Ability, _history.Count);
        return null;
    }

    bool IsOpening => _history.Count < _test.Options.EasyStart?.Count;

    bool Fill(bool finishing) =>
        _candidates.Fill(IsOpening, finishing, (_test.Options.MaximumLength ?? int.MaxValue) - _history.Count, Answered);

    CatStop? FirstRuleMet()
    {
        foreach (var (stop, isMet) in _test.Stops)
        {
            if (isMet(this))
            {
                return stop;
            }
        }

        return null;
    }

    void Record(int item, int? score)
    {
        _candidates.Ask(item);
        if (score is { } given)
        {
            _candidates.CountAnswer(item);
            Track.Add(item, given);
            Estimate();
        }

        _history.Add(new(_test.Bank.Items[item].Id, score, Ability, StandardError));
    }

    void Estimate() => (Ability, StandardError) = CatEstimate.Of(_test.Options.Ability, _test.Compiled, Track);

    int Askable(string itemId)
    {
        if (Stop is not null)
        {
            throw new InvalidOperationException($"The test has stopped ({Stop.Reason}): it takes no more answers.");
        }

        var item = Position(itemId);
        return item != _pending && (_history.Exists(step => string.Equals(step.ItemId, itemId, StringComparison.Ordinal)) || IsEnemyOfAsked(item))
            ? throw new ArgumentException($"Item {itemId}, or an enemy of it, was asked already.", nameof(itemId))
            : item;
    }

    bool IsEnemyOfAsked(int item) => _test.Bank.Enemies[item].Any(enemy => _history.Exists(step => Position(step.ItemId) == enemy));

    int Position(string itemId) => _test.Bank.Position(itemId) ?? throw new ArgumentException($"Item {itemId} is not in the bank.", nameof(itemId));
}
