using System.Globalization;
using Beffroi.Cli.Psychometrics.Study.Parts;

namespace Beffroi.Cli.Psychometrics.Study;

/// <summary>The whole study: a page and its images, the same for the same size.</summary>
static class MeasurementStudy
{
    public static StudyPage Write(StudySize size, string command, Terminal terminal, CancellationToken ct)
    {
        StudyPart[] parts =
        [
            new DesignPart(), new ThresholdPart(), Variations.Populations, Variations.Departures, Variations.ItemErrors, Variations.Banks, new LadderPart(), new RecoveryPart(size.Replications), new GatePart(),
        ];
        var progress = new Progress(terminal, parts.Sum(p => p.Steps), "simulations", stepsByLine: 10);
        var runner = new StudyRunner(size, progress, ct);
        StudyPage[] pages = [.. parts.Select(part => part.Write(runner))];
        progress.End();
        return new(string.Join("\n\n", pages.Select(p => p.Markdown.Trim()).Prepend(Opening(size, command)).Append(Closing)) + "\n", [.. pages.SelectMany(p => p.Images)]);
    }

    static string Opening(StudySize size, string command) => $"""
        # Measurement study

        How well do the tests that `Beffroi.Psychometrics` can run measure, and decide? This page answers by simulation. It is written by one command, figures included; the same command
        gives the same page:

            {command}

        ## What this does not prove

        Every parameter here is invented: the difficulties and discriminations of the items, the abilities of the people, the ways in which they depart from the model, the cuts.
        The study shows that the engine does what its theory says, and what to expect *if* items and people are like these. It says nothing of the validity of any real test: whether the
        questions measure what they claim, whether the cuts mean what they say, whether real people answer like simulated ones. Only data from real sittings can.

        ## How to read it

        {Count(size.Persons)} people a row, {Count(size.Banks)} random banks of 90 two-parameter items (unless said otherwise: b ~ N(−0.3, 1.2), log a ~ N(0.18, 0.30)), abilities N(0, 1) in logits. "±" is the
        Monte-Carlo standard error: how far the figure may be off because people and banks are not infinite in number; it is taken between banks, since people who meet the same bank share
        its luck. The cut of the decision is −0.8 logit, under which 21 % of the people are. RMSE: root mean square error of the estimate. Told reliability is computed from the test's own errors, true
        reliability is the squared correlation with the true ability, which only a simulation knows.
        """;

    const string Closing = """
        ## Sources

        Design of the study and Monte-Carlo errors: Morris, T. P., White, I. R. & Crowther, M. J. (2019), *Statistics in Medicine* 38, 2074–2102. Testlets: Bradlow, E. T., Wainer, H. & Wang, X. (1999),
        *Psychometrika* 64, 153–168. Effort: Wise, S. L. & DeMars, C. E. (2006), *Journal of Educational Measurement* 43, 19–38. Calibration: Bock, R. D. & Aitkin, M. (1981), *Psychometrika* 46, 443–459.
        Colours of the plots: Okabe, M. & Ito, K. (2008).
        """;

    static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
