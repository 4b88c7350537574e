using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>An adaptive test: a bank and its options made ready once, then shared by any number of sessions, on any number of threads. Immutable.</summary>
public sealed class AdaptiveTest
{
    /// <summary>A test. The curves of all items are tabulated here, so that a step of a session costs no more than one pass over the bank.</summary>
    /// <param name="bank">The items.</param>
    /// <param name="options">How the test goes; null for the defaults.</param>
    /// <exception cref="ArgumentException">The options do not fit the bank: an area or an item is unknown, quotas contradict each other, the length or the bank.</exception>
    public AdaptiveTest(ItemBank bank, CatOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(bank);
        (Bank, Options) = (bank, options ?? new());
        QuotaCheck.Require(bank, Options);
        Grid = Quadrature.Normal(Options.Prior.Mean, Options.Prior.StandardDeviation, Options.GridPoints);
        Compiled = new(bank, Grid, (Options.Selection as MaximumInformation)?.TargetProbability);
        QuotaOf = [.. bank.Items.Select(item => Options.Quotas.IndexOf(Options.Quotas.FirstOrDefault(quota => string.Equals(quota.Area, item.Area, StringComparison.Ordinal))!))];
        TestletOf = Numbered(bank);
        IsStartOnly = [.. bank.Items.Select(item => item.StartOnly)];
        HasShares = Options.Quotas.Any(quota => quota.TargetShare is not null);
        AdministrationProbabilities = [.. bank.Items.Select(item => Options.Exposure.AdministrationProbabilities.GetValueOrDefault(item.Id, 1))];
        Opening = Options.EasyStart is { } start ? new ClosestToProbability(start.TargetProbability) : null;
        Stops = [.. Options.Stops.Select(rule => (new CatStop(rule.Reason, rule), rule.Compile(Grid)))];
    }

    /// <summary>The items.</summary>
    public ItemBank Bank { get; }

    /// <summary>How the test goes.</summary>
    public CatOptions Options { get; }

    /// <summary>The grid on which abilities are integrated, with the weights of the population.</summary>
    public Quadrature Grid { get; }

    internal CompiledBank Compiled { get; }

    /// <summary>For each item, the position of the quota of its area, or -1.</summary>
    internal ImmutableArray<int> QuotaOf { get; }

    /// <summary>For each item, the number of its testlet, or -1.</summary>
    internal ImmutableArray<int> TestletOf { get; }

    internal ImmutableArray<bool> IsStartOnly { get; }

    internal bool HasShares { get; }

    internal ImmutableArray<double> AdministrationProbabilities { get; }

    internal SelectionRule? Opening { get; }

    internal ImmutableArray<(CatStop Stop, Func<CatSession, bool> IsMet)> Stops { get; }

    /// <summary>Starts a session.</summary>
    /// <param name="seed">Start of the session's random source; the same seed gives the same session. Without effect where nothing is drawn.</param>
    /// <param name="prior">The person's own prior, for instance <see cref="AbilityPrior.FromOtherScale"/>; null for that of the options.
    /// Its standard deviation is at least two steps of the grid, which holds four of them on either side of its mean.</param>
    /// <param name="exposure">How often items were asked so far; null when no rate is limited.</param>
    /// <exception cref="ArgumentException">The grid cannot hold the prior.</exception>
    public CatSession Start(ulong seed = 0, AbilityPrior? prior = null, ExposureCounts? exposure = null)
    {
        prior ??= Options.Prior;
        if (StateCheck.PriorRefusal(this, prior.Mean, prior.StandardDeviation) is { } reason)
        {
            throw new ArgumentException(reason, nameof(prior));
        }

        var counts = exposure ?? ExposureCounts.None;
        return new(this, new()
        {
            Bank = Bank.Version,
            Options = Options.Name,
            PriorMean = prior.Mean,
            PriorStandardDeviation = prior.StandardDeviation,
            Random = seed,
            Withheld = Options.Exposure.MaximumRate == 1 ? [] : [.. Bank.Items.Where(item => !counts.Allow(item.Id, Options.Exposure.MaximumRate)).Select(item => item.Id)],
        });
    }

    /// <summary>Resumes a session where its state was written.</summary>
    /// <param name="state">From <see cref="CatSession.ToState"/>.</param>
    /// <exception cref="ArgumentException">The state does not fit this test; the message is that of <see cref="Refusal"/>.</exception>
    public CatSession Resume(CatState state) =>
        Refusal(state) is { } reason ? throw new ArgumentException(reason, nameof(state)) : new(this, state);

    /// <summary>Why a state cannot be resumed on this test, in a sentence; null when it can.</summary>
    /// <param name="state">A state, from anywhere.</param>
    public string? Refusal(CatState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return StateCheck.Refusal(this, state);
    }

    static ImmutableArray<int> Numbered(ItemBank bank)
    {
        var names = bank.Items.Select(item => item.Testlet).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return [.. bank.Items.Select(item => item.Testlet is { } name ? names.IndexOf(name) : -1)];
    }

    internal Quadrature PriorOf(CatState state) =>
        state.PriorMean == Grid.Mean && state.PriorStandardDeviation == Grid.StandardDeviation ? Grid : Grid.Reweighted(state.PriorMean, state.PriorStandardDeviation);
}
