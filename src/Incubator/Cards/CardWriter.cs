using System.Text;
using System.Text.RegularExpressions;

namespace Beffroi.Incubator.Cards;

/// <summary>A card as a file of beta.gouv.fr: front matter, then its text. What is not known is not written.</summary>
public static partial class CardWriter
{
    static readonly string[] Reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    public static string Of(CardRows rows)
    {
        var (startup, card, text) = (rows.Startup, rows.Card, new StringBuilder("---\n"));
        One("title", startup.Title);
        One("mission", startup.Mission);
        Many("sponsors", CardText.Sponsors(startup));
        One("incubator", startup.Incubator);
        Many("incubators", CardText.Lines(card.Incubators));
        One("contact", startup.Contact);
        One("link", startup.Link);
        One("repository", startup.Repository);
        One("accessibility_status", card.AccessibilityStatus);
        One("dashlord_url", card.DashlordUrl);
        Truth("stats", card.Stats);
        One("stats_url", card.StatsUrl);
        One("budget_url", card.BudgetUrl);
        Truth("analyse_risques", card.RiskAnalysis);
        One("analyse_risques_url", card.RiskAnalysisUrl);
        Truth("mon_service_securise", card.MonServiceSecurise);
        Many("techno", CardText.Lines(card.Techno));
        Many("usertypes", CardText.Lines(card.UserTypes));
        Many("thematiques", CardText.Lines(card.Thematiques));
        Many("redirect_from", CardText.Lines(card.RedirectFrom));
        Fast();
        Events();
        Phases();
        return text.Append("---\n").Append(card.Content.Length == 0 ? "" : "\n" + card.Content + "\n").ToString();

        void One(string key, string? value, string before = "")
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(before).Append(key).Append(": ").Append(Scalar(value)).Append('\n');
            }
        }

        void Truth(string key, bool? value)
        {
            if (value is { } known)
            {
                text.Append(key).Append(known ? ": true\n" : ": false\n");
            }
        }

        void Many(string key, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
            {
                text.Append(key).Append(":\n");
                foreach (var value in values)
                {
                    text.Append("  - ").Append(Scalar(value)).Append('\n');
                }
            }
        }

        void Fast()
        {
            if (card.FastPromotion is not null || card.FastMontant is not null)
            {
                text.Append("fast:\n");
                Bare("promotion", card.FastPromotion);
                Bare("montant", card.FastMontant);
            }
        }

        // Numbers of the card, which quotes would make words.
        void Bare(string key, string? value)
        {
            if (value is not null)
            {
                text.Append("  ").Append(key).Append(": ").Append(NumberShape().IsMatch(value) ? value : Scalar(value)).Append('\n');
            }
        }

        void Events()
        {
            foreach (var (i, happened) in rows.Events.OrderBy(e => e.On).Index())
            {
                text.Append(i == 0 ? "events:\n" : "").Append("  - name: ").Append(happened.Name).Append("\n    date: ").Append(CardText.Day(happened.On)).Append('\n');
                One("comment", happened.Comment, "    ");
            }
        }

        void Phases()
        {
            foreach (var (i, phase) in startup.Phases.OrderBy(p => p.Start).Index())
            {
                text.Append(i == 0 ? "phases:\n" : "").Append("  - name: ").Append(phase.Name.Key()).Append("\n    start: ").Append(CardText.Day(phase.Start)).Append('\n');
                text.Append(phase.End is { } end ? $"    end: {CardText.Day(end)}\n" : "");
                One("comment", phase.Comment, "    ");
            }
        }
    }

    // Bare words where nobody can take them for something else; else between quotes, where everything can be said.
    static string Scalar(string value)
    {
        if (PlainShape().IsMatch(value) && !Reserved.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            return value;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in value)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(c) => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[\p{L}/]([\p{L}\p{Nd} /.,@’'()_-]*[\p{L}\p{Nd}.)/])?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex PlainShape();

    [GeneratedRegex(@"^\d{1,15}(\.\d{1,6})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex NumberShape();
}
