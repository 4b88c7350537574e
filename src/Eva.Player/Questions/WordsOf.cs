using System.Globalization;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>The words of a document, numbered from 1 through all its lines.</summary>
public static class WordsOf
{
    public static IEnumerable<IReadOnlyList<(string Number, string Text)>> Lines(Document document)
    {
        var number = 0;
        foreach (var line in document.Lines)
        {
            yield return [.. line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => ((++number).ToString(CultureInfo.InvariantCulture), word))];
        }
    }

    public static IEnumerable<string> Numbers(Item item) => item.Document is null ? [] : Lines(item.Document).SelectMany(line => line).Select(word => word.Number);
}
