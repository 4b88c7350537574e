namespace Beffroi.Psychometrics;

/// <summary>The choice of one item among the candidates: criterion, then exposure control.</summary>
sealed class ItemChoice(AdaptiveTest test, Candidates candidates, SplitMix64 chance)
{
    // Relative distance under which two values are a tie: the last digits of a vector exponential are not the same on every processor.
    const double Tie = 1e-12;

    readonly double[] _worth = new double[LogisticColumns.PaddedLength(test.Bank.Items.Length)];
    readonly List<int> _setAside = [];

    public IReadOnlyList<int> AllSetAside => _setAside;

    public void SetAside(int item)
    {
        _setAside.Add(item);
        candidates.Close(item);
    }

    public double LargestInformation(double ability)
    {
        test.Compiled.Information(ability, aimed: false, _worth);
        return Largest();
    }

    /// <summary>The item to ask; there is at least one candidate.</summary>
    public int Next(SelectionRule rule, AbilityTrack track, double ability, int asked)
    {
        rule.Score(test.Compiled, track, ability, chance, _worth);
        if (test.Options.Exposure.ProgressiveLength is { } length)
        {
            Blend(Math.Min(1, asked / (length - 1.0)));
        }

        var first = Best();
        for (var item = first; item >= 0; item = Best())
        {
            var probability = test.AdministrationProbabilities[item];
            if (probability == 1 || chance.NextDouble() < probability)
            {
                return item;
            }

            SetAside(item);
        }

        // Every candidate was set aside by chance: the best is asked rather than none.
        _setAside.Remove(first);
        return first;
    }

    void Blend(double criterion)
    {
        var largest = Largest();
        for (var item = 0; item < candidates.Open.Length; item++)
        {
            _worth[item] = ((1 - criterion) * chance.NextDouble() * largest) + (criterion * _worth[item]);
        }
    }

    double Largest()
    {
        var largest = 0.0;
        for (var item = 0; item < candidates.Open.Length; item++)
        {
            largest = candidates.Open[item] ? Math.Max(largest, _worth[item]) : largest;
        }

        return largest;
    }

    // The best candidate, or one drawn among the best; -1 when there is no candidate.
    int Best()
    {
        var wanted = test.Options.Exposure.RandomesqueCount;
        Span<int> best = stackalloc int[wanted];
        var open = candidates.Open;
        var count = 0;
        for (var item = 0; item < open.Length; item++)
        {
            if (!open[item] || (count == wanted && !IsBetter(item, best[count - 1])))
            {
                continue;
            }

            var place = count < wanted ? count++ : count - 1;
            for (; place > 0 && IsBetter(item, best[place - 1]); place--)
            {
                best[place] = best[place - 1];
            }

            best[place] = item;
        }

        return count == 0 ? -1 : best[count == 1 ? 0 : chance.Below(count)];
    }

    bool IsBetter(int item, int other) => _worth[item] > _worth[other] * (1 + Tie);
}
