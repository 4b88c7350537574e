namespace Beffroi.Detection;

/// <summary>The string of types of posts in order of time: the digital DNA of an account (Cresci, Di Pietro, Petrocchi, Spognardi and Tesconi, 2016).</summary>
static class PostKinds
{
    const int Kinds = 3;

    /// <summary>0 its own post, 1 an answer, 2 a repost.</summary>
    public static byte Of(Post post) => post switch
    {
        { RepostOf.Length: > 0 } => 2,
        { ReplyTo.Length: > 0 } => 1,
        { Text: { } text } when text.StartsWith("RT @", StringComparison.Ordinal) => 2,
        { Text: ['@', ..] } => 1,
        _ => 0,
    };

    public static void Fill(ReadOnlySpan<byte> kinds, Span<float> to)
    {
        Span<int> counts = stackalloc int[Kinds], pairs = stackalloc int[Kinds * Kinds];
        counts.Clear();
        pairs.Clear();
        for (var i = 0; i < kinds.Length; i++)
        {
            counts[kinds[i]]++;
            if (i > 0)
            {
                pairs[(kinds[i - 1] * Kinds) + kinds[i]]++;
            }
        }

        to[(int)AccountFeature.Replies] = (float)counts[1] / kinds.Length;
        to[(int)AccountFeature.Reposts] = (float)counts[2] / kinds.Length;
        to[(int)AccountFeature.DnaCompression] = Phrases(kinds) * MathF.Log2(kinds.Length + 1) / kinds.Length;
        to[(int)AccountFeature.DnaEntropy] = Entropy.Of(pairs);
    }

    /// <summary>Distinct phrases of the string (Lempel and Ziv, 1978): few in a string that repeats itself.</summary>
    static int Phrases(ReadOnlySpan<byte> kinds)
    {
        // A tree of the phrases seen: at most one node per post.
        Span<int> children = kinds.Length <= 256 ? stackalloc int[(kinds.Length + 1) * Kinds] : new int[(kinds.Length + 1) * Kinds];
        children.Clear();
        var (nodes, node) = (0, 0);
        foreach (var kind in kinds)
        {
            ref var child = ref children[(node * Kinds) + kind];
            if (child == 0)
            {
                (child, node) = (++nodes, 0);
            }
            else
            {
                node = child;
            }
        }

        return nodes + (node == 0 ? 0 : 1);
    }
}
