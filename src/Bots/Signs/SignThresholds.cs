namespace Beffroi.Bots.Signs;

/// <summary>
/// From where a sign is proposed. Kinds and heuristics are those that analysts of the French foreign ministry wrote down (Sciences Po hackathon of February 2019 and its three
/// leaflets, read on 26 November 2026); figures that they did not give are ours, and are said to be in docs/bots-findings.md.
/// </summary>
public sealed record SignThresholds
{
    /// <summary>"Almost only retweets": our figure, on enough posts to be no accident.</summary>
    public double AmplifierShare { get; init; } = 0.9;
    public int AmplifierPosts { get; init; } = 20;

    /// <summary>Dormant: "created within the last month"; posts and ratio are those of <see cref="Detection.DormantRule"/>.</summary>
    public int DormantDays { get; init; } = 30;
    public long DormantPosts { get; init; } = 15;
    public double DormantRatio { get; init; } = 3;

    /// <summary>"Canned phrases": the same short words to so many posts, and so much of all answers. Ours.</summary>
    public int SeducerAnswers { get; init; } = 5;
    public double SeducerShare { get; init; } = 0.5;

    /// <summary>"Same photo or bio, different names": so many others. Photos are not known here.</summary>
    public int SiameseOthers { get; init; } = 1;

    /// <summary>"Changes language or topic": after a silence of so many days, with so many posts on each side. Ours.</summary>
    public int RecycledDays { get; init; } = 90;
    public int RecycledPosts { get; init; } = 10;
    public double RecycledLanguageShare { get; init; } = 0.8;
    public int RecycledHashtags { get; init; } = 5;

    /// <summary>Organisation: so many times more followers than followed, where it is not verified. Ours.</summary>
    public double OrganisationRatio { get; init; } = 10;
}
