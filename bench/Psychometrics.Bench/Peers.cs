using System.Diagnostics;
using System.Globalization;

namespace Beffroi.Psychometrics.Bench;

/// <summary>The R packages eRm and psych of Debian (r-cran-erm, r-cran-psych) beside the library, on the same answers in the same run. R's own
/// clock is read around the call alone, so its start does not count.</summary>
static class Peers
{
    public static void Print(ResponseMatrix answers)
    {
        var file = Path.Combine(Path.GetTempPath(), $"beffroi-bench-{Environment.ProcessId}.csv");
        try
        {
            File.WriteAllLines(file, [string.Join(',', answers.ItemNames), .. Enumerable.Range(0, answers.Persons).Select(p => string.Join(',', answers.Row(p).ToArray()))]);
            Beside("conditional Rasch, 5 000 × 30", "eRm", "suppressMessages(library(eRm))", "r <- RM(d); v <- r$loglik", file, () => ConditionalCalibrator.Calibrate(answers).LogLikelihood);
            Beside("alpha, 5 000 × 30", "psych", "suppressMessages(library(psych))", "v <- suppressMessages(suppressWarnings(alpha(d)))$total$raw_alpha", file, () => InternalConsistency.Of(answers).Alpha!.Value);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static void Beside(string what, string package, string load, string call, string file, Func<double> ours)
    {
        ours();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var value = ours();
        var spent = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var theirs = R($"{load}; d <- read.csv('{file}'); t <- proc.time(); {call}; t <- proc.time() - t; cat(sum(t[1:2]), v)");
        Console.WriteLine(theirs is null
            ? FormattableString.Invariant($"{what}: {spent:0.000} s CPU ({value}); {package} is not installed")
            : FormattableString.Invariant($"{what}: {spent:0.000} s CPU ({value:0.000000}), {package} {theirs.Value.Seconds:0.000} s ({theirs.Value.Value:0.000000}), {theirs.Value.Seconds / spent:0} times as long"));
    }

    static (double Seconds, double Value)? R(string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("Rscript", ["-e", script]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            process.WaitForExit();
            return process.ExitCode == 0 && output.Length >= 2
                ? (double.Parse(output[^2], CultureInfo.InvariantCulture), double.Parse(output[^1], CultureInfo.InvariantCulture))
                : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
