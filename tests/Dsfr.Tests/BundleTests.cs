using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Beffroi.Dsfr.Tests;

public sealed partial class BundleTests
{
    private static readonly string Css = File.ReadAllText(Path.Combine(Repository.Dist, "beffroi.css"));

    [Fact]
    public void The_fonts_of_the_State_are_not_there()
    {
        Assert.DoesNotMatch("(?i)(font-family|src)[^;}]*(marianne|spectral)", Css);
        Assert.DoesNotContain("fr-logo", Css, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(Repository.Dist, "*", SearchOption.AllDirectories), f => f.Contains("Marianne", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Atkinson Hyperlegible Next", Css, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_comes_from_here()
    {
        var addresses = Address().Matches(Css).Select(m => m.Value).Distinct(StringComparer.Ordinal);

        Assert.Equal("http://www.w3.org/2000/svg", Assert.Single(addresses));
        Assert.DoesNotContain("@import", Css, StringComparison.Ordinal);
        foreach (Match file in LocalFile().Matches(Css))
        {
            Assert.True(File.Exists(Path.Combine(Repository.Dist, file.Groups["file"].Value)), file.Groups["file"].Value + " is not in the bundle.");
        }
    }

    [Fact]
    public void Paper_is_white_in_the_dark_theme_too()
    {
        var print = Css[Css.IndexOf("color-scheme:light!important", StringComparison.Ordinal)..];

        Assert.Contains("--background-default-grey:var(--grey-1000-50)", Css, StringComparison.Ordinal);
        Assert.Contains("--grey-1000-50:#fff;", print[..print.IndexOf('}', StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void The_scripts_need_no_loosening_of_the_policy()
    {
        foreach (var name in new[] { "beffroi.js", "theme.js" })
        {
            var script = File.ReadAllText(Path.Combine(Repository.Dist, name));
            Assert.DoesNotMatch(@"\beval\(|\bnew Function\(|setAttribute\([""']style|createElement\([""'](style|script)|document\.write|sourceMappingURL", script);
        }
    }

    [Fact]
    public void A_page_loads_at_most_200_kB()
    {
        var files = Directory.EnumerateFiles(Repository.Dist, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".css" or ".js" or ".woff2");

        Assert.InRange(files.Sum(f => Brotli(File.ReadAllBytes(f))), 1, 200_000);
    }

    [Fact]
    public void Each_class_that_the_components_use_is_in_the_bundle_or_has_no_style_in_the_design_system_either()
    {
        var full = File.ReadAllText(Path.Combine(Repository.DesignSystem, "dist", "dsfr.main.css"));
        var examples = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.DesignSystem, "example", "component"), "index.html", SearchOption.AllDirectories).Select(File.ReadAllText));
        var used = Sources().SelectMany(f => Class().Matches(File.ReadAllText(f)).Select(m => m.Value.TrimEnd('-'))).Distinct(StringComparer.Ordinal).ToArray();

        Assert.Contains("fr-header__brand", used, StringComparer.Ordinal);
        Assert.DoesNotContain(used, c => !HasRule(Css, c) && (HasRule(full, c) || !examples.Contains(c, StringComparison.Ordinal)));

        static bool HasRule(string css, string name) => Regex.IsMatch(css, @"\." + Regex.Escape(name) + @"(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Each_icon_that_a_page_of_the_site_names_is_in_the_bundle()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains("node_modules", StringComparison.Ordinal));
        var named = pages.SelectMany(f => Icon().Matches(File.ReadAllText(f)).Select(m => m.Groups["icon"].Value)).Distinct(StringComparer.Ordinal);

        Assert.DoesNotContain(named, n => !Css.Contains(".fr-icon-" + n + ":", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lock_file_names_the_version_and_no_host()
    {
        var file = File.ReadAllText(Path.Combine(Repository.Root, "src", "Dsfr", "front", "package-lock.json"));

        Assert.Contains("\"@gouvfr/dsfr\": \"1.14.4\"", file, StringComparison.Ordinal);
        Assert.DoesNotContain("://", file, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Dsfr"), "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains("node_modules", StringComparison.Ordinal) && Path.GetExtension(f) is ".razor" or ".cs");

    private static long Brotli(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        return compressed.Length;
    }

    [GeneratedRegex("https?://[^\"'\\s)]+", RegexOptions.None, 5000)]
    private static partial Regex Address();

    [GeneratedRegex(@"url\(""?(?!data:|['""])(?<file>[^)""]+)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex LocalFile();

    [GeneratedRegex(@"(?<![\w-])fr-[a-z][\w-]*", RegexOptions.None, 5000)]
    private static partial Regex Class();

    [GeneratedRegex(@"(?:\bIcon=""(?:fr-icon-)?|\bfr-icon-(?!-))(?<icon>[a-z][a-z0-9-]*)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Icon();
}
