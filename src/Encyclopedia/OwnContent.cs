using System.Reflection;

namespace Beffroi.Encyclopedia;

/// <summary>The entries that come with the program: one JSON file each, in the assembly.</summary>
public static class OwnContent
{
    const string Folder = "content/";

    static readonly Assembly Here = typeof(OwnContent).Assembly;

    /// <summary>Keys, which are the names of the files, in order.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. Here.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n[Folder.Length..])).Order(StringComparer.Ordinal)];

    /// <exception cref="System.Text.Json.JsonException">The file is no entry.</exception>
    public static EntryFile Read(string key)
    {
        using var json = Here.GetManifestResourceStream($"{Folder}{key}.json") ?? throw new ArgumentException($"The program brings no entry {key}.", nameof(key));
        return EntryJson.ReadFile(json);
    }

    public static IReadOnlyList<EntryFile> All() => [.. Keys.Select(Read)];
}
