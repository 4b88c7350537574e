namespace Beffroi.Detection;

/// <summary>What two accounts may have in common when they post.</summary>
public enum Trace
{
    /// <summary>They repost the same post.</summary>
    Repost,

    /// <summary>They link to the same address (<see cref="CanonicalUrl"/>).</summary>
    Url,

    /// <summary>They write the same hashtags in the same order (<see cref="Hashtags"/>).</summary>
    HashtagSequence,

    /// <summary>They write the same text (<see cref="NormalText"/>).</summary>
    Text,

    /// <summary>They write nearly the same text (<see cref="NearTexts"/>).</summary>
    NearText,

    /// <summary>They show the same picture, by its hash.</summary>
    Media,

    /// <summary>They show nearly the same picture, by its perceptual hash (<see cref="NearMedia"/>).</summary>
    NearMedia,

    /// <summary>They answer the same post.</summary>
    Reply,
}

/// <summary>How posts become shares.</summary>
public sealed record TraceOptions
{
    /// <summary>Whether a repost also counts for what it repeats (addresses, hashtags, texts, pictures). Default false: it has its own trace.</summary>
    public bool IncludeReposts { get; init; }

    /// <summary>Least number of hashtags of a sequence, 1 or more. Default 2 (Pacheco et al., 2021, take long ones: one hashtag is a subject).</summary>
    public int MinimumHashtags { get; init; } = 2;

    /// <summary>Least length of a normalised text, characters; ideograms and syllabic signs count three. Default 20: shorter ones are greetings.</summary>
    public int MinimumTextLength { get; init; } = 20;

    /// <summary>Least Jaccard index of the shingles of two texts that are nearly the same, ]0, 1]. Default .7.</summary>
    public double NearTextSimilarity { get; init; } = 0.7;

    /// <summary>Most bits by which two perceptual hashes of 64 bits differ, 0 to 7. Default 6.</summary>
    public int NearMediaDistance { get; init; } = 6;

    /// <summary>Seed of the MinHash permutations.</summary>
    public ulong Seed { get; init; } = 1;
}
