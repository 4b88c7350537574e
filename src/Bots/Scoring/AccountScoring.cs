using Beffroi.Detection;

namespace Beffroi.Bots.Scoring;

/// <summary>The model at work. Made once, shared by all; the same account gives the same score for whoever asks.</summary>
public sealed class AccountScoring(ScoringSettings settings)
{
    const string Resource = "automation.beffroi";
    const int NameLength = 16;

    static readonly Lazy<(AutomationModel Model, string Name)> Default = new(Read);

    readonly ScoreExplainer _explainer = new(Default.Value.Model);

    /// <summary>Share of programs assumed where nobody says another.</summary>
    public double Prior => settings.Prior;

    public AutomationModel Model { get; } = Default.Value.Model;

    /// <summary>Which model: the first characters of its SHA-256, as <see cref="ScorePoint.Model"/> keeps them.</summary>
    public string ModelName { get; } = Default.Value.Name;

    /// <param name="account">Its profile.</param>
    /// <param name="posts">Its posts; null: none is known. Only the latest <see cref="AccountEvidence.MostPosts"/> are looked at.</param>
    /// <param name="prior">Share of programs assumed; null: <see cref="Prior"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public AutomationScore Score(Account account, IReadOnlyList<Post>? posts, double? prior = null) => Model.Score(account, Latest(posts), prior ?? Prior);

    /// <summary>The same, with what the score is made of.</summary>
    public ScoreExplanation Explain(Account account, IReadOnlyList<Post>? posts, double? prior = null) => _explainer.Explain(account, Latest(posts), prior ?? Prior);

    /// <summary>The probability that a profile alone gives; null where it is not enough to tell.</summary>
    public double? OfProfile(Account profile) => Score(profile, null) is { Class: not AutomationClass.Undetermined } score ? score.Probability : null;

    public AutomationScore Score(AccountEvidence evidence, double? prior = null) => Score(evidence.Account, evidence.Posts, prior);

    public ScoreExplanation Explain(AccountEvidence evidence, double? prior = null) => Explain(evidence.Account, evidence.Posts, prior);

    // In one order, whatever the order in which they are given; no post at all is "not known", as for an account of which only the profile was read.
    static IReadOnlyList<Post>? Latest(IReadOnlyList<Post>? posts) => posts is not { Count: > 0 } ? null :
        [.. posts.OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id, StringComparer.Ordinal).Take(AccountEvidence.MostPosts)];

    static (AutomationModel, string) Read()
    {
        using var stream = typeof(AccountScoring).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The model is not in the assembly.");
        using var kept = new MemoryStream();
        stream.CopyTo(kept);
        kept.Position = 0;
        return (AutomationModel.Read(kept), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(kept.ToArray()))[..NameLength]);
    }
}
