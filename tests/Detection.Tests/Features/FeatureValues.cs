namespace Beffroi.Detection.Tests.Features;

/// <summary>The features of an account, by name.</summary>
sealed record FeatureValues(float[] Values)
{
    public float this[AccountFeature feature] => Values[(int)feature];

    public static FeatureValues Of(Account account, IReadOnlyList<Post>? posts = null)
    {
        var values = new float[AccountFeatures.Count];
        AccountFeatures.Fill(account, posts, handles: null, values);
        return new(values);
    }
}
