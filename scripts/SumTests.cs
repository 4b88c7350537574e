#!/usr/bin/env dotnet
#:property PublishAot=false
// Adds up the test reports: dotnet run scripts/SumTests.cs -- FOLDER Project=exit-code…
// Last line: N passed, N failed, N skipped. A project that stopped without naming a failed test counts as one failure.
// Beside the reports, evidence.json tells each result: beffroi incubator evidence loads it.
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
var (passed, failed, skipped) = (0, 0, 0);
var evidence = new List<object>();
foreach (var (project, exitCode) in args[1..].Select(a => a.Split('=')).Select(a => (a[0], int.Parse(a[1], CultureInfo.InvariantCulture))))
{
    var report = Path.Combine(args[0], project + ".trx");
    var results = File.Exists(report) ? XDocument.Load(report).Descendants(trx + "UnitTestResult").Select(r => (Name: (string?)r.Attribute("testName"), Outcome: (string?)r.Attribute("outcome"))).ToList() : [];
    var wrong = results.Where(r => r.Outcome is not ("Passed" or "NotExecuted")).ToList();
    foreach (var (name, outcome) in wrong)
    {
        Console.WriteLine($"{project}: {name} ({outcome})");
    }

    evidence.AddRange(results.Select(r => new { name = r.Name, outcome = r.Outcome switch { "Passed" => "passed", "NotExecuted" => "skipped", _ => "failed" } }));
    passed += results.Count(r => r.Outcome is "Passed");
    skipped += results.Count(r => r.Outcome is "NotExecuted");
    failed += wrong.Count;
    if (wrong.Count == 0 && (exitCode != 0 || results.Count == 0))
    {
        Console.WriteLine($"{project}: stopped with code {exitCode} and no failed test{(results.Count == 0 ? ", none ran" : "")}");
        failed++;
    }
}

File.WriteAllBytes(Path.Combine(args[0], "evidence.json"), JsonSerializer.SerializeToUtf8Bytes(new { commit = Commit(), date = DateTimeOffset.UtcNow, results = evidence }));
Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 && passed > 0 ? 0 : 1;

static string Commit()
{
    try
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var commit = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return git.ExitCode == 0 && commit.Length > 0 ? commit : "inconnu";
    }
    catch (System.ComponentModel.Win32Exception)
    {
        return "inconnu";
    }
}
