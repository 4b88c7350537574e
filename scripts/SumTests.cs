#!/usr/bin/env dotnet
#:property PublishAot=false
// Adds up the test reports: dotnet run scripts/SumTests.cs -- FOLDER Project=exit-code…
// Last line: N passed, N failed, N skipped. A project that stopped without naming a failed test counts as one failure.
using System.Globalization;
using System.Xml.Linq;

XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
var (passed, failed, skipped) = (0, 0, 0);
foreach (var (project, exitCode) in args[1..].Select(a => a.Split('=')).Select(a => (a[0], int.Parse(a[1], CultureInfo.InvariantCulture))))
{
    var report = Path.Combine(args[0], project + ".trx");
    var results = File.Exists(report) ? XDocument.Load(report).Descendants(trx + "UnitTestResult").Select(r => (Name: (string?)r.Attribute("testName"), Outcome: (string?)r.Attribute("outcome"))).ToList() : [];
    var wrong = results.Where(r => r.Outcome is not ("Passed" or "NotExecuted")).ToList();
    foreach (var (name, outcome) in wrong)
    {
        Console.WriteLine($"{project}: {name} ({outcome})");
    }

    passed += results.Count(r => r.Outcome is "Passed");
    skipped += results.Count(r => r.Outcome is "NotExecuted");
    failed += wrong.Count;
    if (wrong.Count == 0 && (exitCode != 0 || results.Count == 0))
    {
        Console.WriteLine($"{project}: stopped with code {exitCode} and no failed test{(results.Count == 0 ? ", none ran" : "")}");
        failed++;
    }
}

Console.WriteLine($"{passed} passed, {failed} failed, {skipped} skipped");
return failed == 0 && passed > 0 ? 0 : 1;
