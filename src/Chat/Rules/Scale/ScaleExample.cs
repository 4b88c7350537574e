namespace Beffroi.Chat.Rules.Scale;

/// <summary>Articles that never existed, of newspapers that do not exist, to show what the scale does before an operator brings a file of their own.</summary>
public static class ScaleExample
{
    public static readonly Words Notice = new(
        "Articles, journaux et chiffres inventés : ils montrent le fonctionnement de l’échelle et ne mesurent rien.",
        "Invented articles, newspapers and figures: they show how the scale works and measure nothing.");

    public static IReadOnlyList<ScaleArticle> Articles()
    {
        using var file = typeof(ScaleExample).Assembly.GetManifestResourceStream("Beffroi.Chat.Rules.Scale.example.csv")
            ?? throw new InvalidOperationException("The example of the media scale is not in the assembly.");
        using var reader = new StreamReader(file);
        var reading = ScaleFile.Read(reader.ReadToEnd());
        return reading.Wrong.Count == 0 ? reading.Articles : throw new InvalidOperationException(reading.Wrong[0].English);
    }
}
