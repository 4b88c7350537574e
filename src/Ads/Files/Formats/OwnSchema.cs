namespace Beffroi.Ads.Files;

/// <summary>JSON Schema of our own format, as it is served.</summary>
public static class OwnSchema
{
    public static Stream Open() => typeof(OwnSchema).Assembly.GetManifestResourceStream("ads-import.schema.json") ?? throw new InvalidOperationException("The schema of the import format is not in the program.");
}
