using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Evidence.Files;

/// <summary>
/// Looks for what makes a PDF act: scripts, launched programs, files inside (ISO 32000-1, 12.6 and 7.11.4), also when the letters of a name are written as numbers (7.3.5).
/// What lies in compressed streams is not seen: files are therefore served to be downloaded, never run in a page.
/// </summary>
static class PdfContent
{
    static readonly string[] Active = ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia", "/XFA"];

    public static Words? Why(byte[] bytes)
    {
        var text = Names(Encoding.Latin1.GetString(bytes));
        return Active.FirstOrDefault(name => Has(text, name)) is { } found
            ? new($"Ce PDF peut agir ({found[1..]}) : imprimez-le en PDF, ou gardez-en une capture.", $"This PDF may act ({found[1..]}): print it to PDF, or keep a screenshot of it.")
            : null;
    }

    static bool Has(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            // The name ends there: /JSON is another one. A plural (/EmbeddedFiles) is as active.
            var end = at + name.Length;
            if (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]) || text[end] == 's')
            {
                return true;
            }
        }

        return false;
    }

    static string Names(string text)
    {
        if (!text.Contains('#', StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '#' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
