using System.Globalization;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>A dossier as the platform gets it: nothing of the case but what it names.</summary>
public sealed record PlatformFile
{
    public required string Platform { get; init; }
    public required string Rule { get; init; }
    public required string Text { get; init; }
    public required IReadOnlyList<Observable> Accounts { get; init; }
    public required IReadOnlyList<EvidenceKept> Evidence { get; init; }

    /// <summary>Who sends it: an organisation speaks, not its analysts.</summary>
    public required string From { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>What people typed can make no heading and no link of its own, the text aside, which is Markdown.</summary>
    public string Markdown(Lang l)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# {l.Say("Signalement à", "Report to")} {CaseMarkdown.Plain(Platform)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- {l.Say("De\u00A0:", "From:")} {CaseMarkdown.Plain(From)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- {l.Say("Règle invoquée\u00A0:", "Rule invoked:")} {CaseMarkdown.Plain(Rule)}\n");
        if (SentAt is { } at)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {l.Say("Envoyé le", "Sent on")} {l.Moment(at)}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\n{string.Join('\n', Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.StartsWith('#') ? "##" + line : line))}\n\n## {l.Say("Comptes et adresses", "Accounts and addresses")}\n\n");
        foreach (var account in Accounts)
        {
            page.Append(CultureInfo.InvariantCulture, $"- {CaseMarkdown.Code(FactWords.Shown(account))}\n");
        }

        if (Evidence.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {l.Say("Preuves conservées (empreintes SHA-256)", "Evidence kept (SHA-256 hashes)")}\n\n");
            foreach (var piece in Evidence)
            {
                page.Append(CultureInfo.InvariantCulture, $"- {CaseMarkdown.Plain(piece.FileName)}{l.Say("\u00A0:", ":")} {CaseMarkdown.Code(piece.Sha256)}\n");
            }
        }

        return page.ToString();
    }
}
