namespace Beffroi.Incubator.Publishing;

/// <summary>What the columns of the published files mean (Table Schema of Frictionless Data), as they lie beside this file.</summary>
static class PublishedSchemas
{
    public static readonly byte[] Budget = Load("budget.schema.json");
    public static readonly byte[] Conventions = Load("conventions.schema.json");

    static byte[] Load(string name)
    {
        using var stream = typeof(PublishedSchemas).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
