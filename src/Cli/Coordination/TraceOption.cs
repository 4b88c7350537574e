using System.CommandLine;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination;

/// <summary>What two posts may have in common.</summary>
static class TraceOption
{
    static readonly (string Name, Trace Trace)[] Names =
    [
        ("retweet", Trace.Repost), ("url", Trace.Url), ("hashtag", Trace.HashtagSequence), ("text", Trace.Text), ("near-text", Trace.NearText),
        ("media", Trace.Media), ("near-media", Trace.NearMedia), ("reply", Trace.Reply),
    ];

    public static Option<Trace[]> Make() => new("--on")
    {
        Description = $"Ce que deux messages ont en commun, quand le fichier contient des messages : {string.Join(", ", Names.Select(n => n.Name))} ; plusieurs, séparés par des virgules, se jugent ensemble (beffroi).",
        HelpName = "TRACE",
        CustomParser = typed =>
        {
            var traces = new List<Trace>();
            foreach (var word in typed.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                var at = Array.FindIndex(Names, n => n.Name.Equals(word, StringComparison.OrdinalIgnoreCase));
                if (at < 0 || traces.Contains(Names[at].Trace))
                {
                    typed.AddError($"--on attend {string.Join(", ", Names.Select(n => n.Name))}, chacun une fois.");
                    return [];
                }

                traces.Add(Names[at].Trace);
            }

            return [.. traces];
        },
    };
}
