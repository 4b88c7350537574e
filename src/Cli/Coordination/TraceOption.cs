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

    public static Option<Trace?> Make() => new("--on")
    {
        Description = $"Ce que deux messages ont en commun, quand le fichier contient des messages : {string.Join(", ", Names.Select(n => n.Name))}.",
        HelpName = "TRACE",
        CustomParser = typed =>
        {
            foreach (var (name, trace) in Names)
            {
                if (name.Equals(typed.Tokens[0].Value, StringComparison.OrdinalIgnoreCase))
                {
                    return trace;
                }
            }

            typed.AddError($"--on attend {string.Join(", ", Names.Select(n => n.Name))}.");
            return null;
        },
    };
}
