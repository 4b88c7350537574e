using Beffroi.Chat.Rules.Scale;
using CsCheck;

namespace Beffroi.Chat.Tests.Rules;

public sealed class MediaScaleTests
{
    static ScaleArticle Article(long engagements, string source = "A", string country = "fr") => new()
    {
        TotalEngagements = engagements, Facebook = engagements, Twitter = 0, Pinterest = 0, Reddit = 0,
        Country = country, Source = source, Date = new(2026, 1, 2), Title = $"{source} {engagements}", Url = new("https://a.example/"),
    };

    static long[] Found(long shares, params long[] articles) =>
        [.. Assert.IsType<ScaleFound>(new MediaScale([Article(1, "Z"), .. articles.Select(a => Article(a))]).Around(new ScaleQuestion("fr", shares))).Articles.Select(a => a.TotalEngagements)];

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(49, null, null)]
    [InlineData(50, null, null)]
    [InlineData(51, 50L, 100L)]
    [InlineData(100, 50L, 100L)]
    [InlineData(101, 100L, 200L)]
    [InlineData(500, 400L, 500L)]
    [InlineData(501, 500L, 1000L)]
    [InlineData(12_000, 10_000L, 15_000L)]
    [InlineData(1_000_000, 600_000L, 1_000_000L)]
    [InlineData(1_000_001, 1_000_000L, 10_000_000L)]
    [InlineData(10_000_000, 1_000_000L, 10_000_000L)]
    [InlineData(10_000_001, null, null)]
    public void The_step_of_a_number_begins_above_one_bound_and_ends_on_the_next(long shares, long? above, long? upTo) =>
        Assert.Equal(above is null ? null : (above.Value, upTo!.Value), MediaScale.Step(shares));

    [Fact]
    public void The_lower_bound_is_out_and_the_upper_one_in()
    {
        Assert.Empty(Found(150, 100));
        Assert.Equal([200], Found(150, 200));
        Assert.Empty(Found(150, 201));
    }

    [Fact]
    public void The_closest_article_is_taken_and_of_two_as_close_the_larger()
    {
        Assert.Equal([120], Found(130, 120, 180));
        Assert.Equal([160], Found(150, 140, 160));
        Assert.Equal([160], Found(150, 160, 140));
    }

    [Fact]
    public void Each_newspaper_gives_one_article_at_most()
    {
        var scale = new MediaScale([Article(120), Article(140), Article(150, "B"), Article(250, "C"), Article(130, "D", "gb")]);
        Assert.Equal(["A 140", "B 150"], Assert.IsType<ScaleFound>(scale.Around("fr", "145")).Articles.Select(a => a.Title));
    }

    [Fact]
    public void What_is_found_is_what_a_plain_reading_of_the_rule_finds() =>
        Gen.Select(Gen.Long[0, 1200], Gen.Select(Gen.Long[0, 1200], Any.Of("A", "B", "C")).Array[0, 30]).Sample((shares, articles) =>
        {
            long[] bounds = [50, 100, 200, 300, 400, 500, 1000, 2000];
            var expected = new List<string>();
            if (shares > 50)
            {
                var (lo, hi) = (bounds.Last(b => b < shares), bounds.First(b => b >= shares));
                foreach (var source in new[] { "A", "B", "C" })
                {
                    long? best = null;
                    foreach (var (e, s) in articles)
                    {
                        if (s == source && lo < e && e <= hi && (best is null || Math.Abs(e - shares) < Math.Abs(best.Value - shares) || (Math.Abs(e - shares) == Math.Abs(best.Value - shares) && e > best)))
                        {
                            best = e;
                        }
                    }

                    if (best is not null)
                    {
                        expected.Add($"{source} {best}");
                    }
                }
            }

            var scale = new MediaScale([Article(1, "Z"), .. articles.Select(a => Article(a.Item1, a.Item2))]);
            Assert.Equal(expected, Assert.IsType<ScaleFound>(scale.Around(new ScaleQuestion("fr", shares))).Articles.Select(a => a.Title));
        });

    [Fact]
    public void A_bad_question_is_400_with_all_that_is_wrong_and_an_unknown_region_404()
    {
        var scale = new MediaScale([Article(120)]);
        Assert.Equal(2, Assert.IsType<ScaleBad>(scale.Around("france", "-1")).Messages.Count);
        Assert.Single(Assert.IsType<ScaleBad>(scale.Around("fr", null)).Messages);
        Assert.Single(Assert.IsType<ScaleBad>(scale.Around("fr", "1.5")).Messages);
        Assert.Single(Assert.IsType<ScaleBad>(scale.Around("fr", "99999999999999999999")).Messages);
        Assert.Equal(404, scale.Around("de", "120").Status);
        Assert.Equal(400, scale.Around("", "").Status);
        Assert.Equal(200, scale.Around(" FR ", " 120 ").Status);
    }

    [Theory]
    [InlineData("fr 12000", "fr", 12_000)]
    [InlineData("12000 fr", "fr", 12_000)]
    [InlineData("  GB   0 ", "gb", 0)]
    [InlineData("fr 12 000", "fr", 12_000)]
    [InlineData("1 234 567 fr", "fr", 1_234_567)]
    [InlineData("12\u202F000 fr", "fr", 12_000)]
    public void Arguments_come_in_any_order(string typed, string region, long shares) =>
        Assert.Equal(new(region, shares), ScaleQuestion.Read(typed).Question);

    [Theory]
    [InlineData("")]
    [InlineData("fr")]
    [InlineData("12000")]
    [InlineData("fr gb 12000")]
    [InlineData("fr 12 34")]
    [InlineData("fr 1200 000")]
    [InlineData("12 fr 000")]
    [InlineData("fr -5")]
    [InlineData("fr 12000 merci")]
    [InlineData("fr 1e5")]
    public void Arguments_that_are_not_two_are_refused_with_reasons(string typed)
    {
        var (question, wrong) = ScaleQuestion.Read(typed);
        Assert.Null(question);
        Assert.NotEmpty(wrong);
    }

    [Fact]
    public void A_file_is_read_with_its_quotes_and_in_any_order_of_columns()
    {
        var reading = ScaleFile.Read("\uFEFFurl,title,date,source,country,reddit,pinterest,twitter,facebook,totalEngagements,more\r\nhttps://a.example/1,\"Un « titre », et \"\"des\"\" mots\nen deux lignes\",2019-05-04T10:00:00Z,Le Journal,FR,1,2,3,4,10,x\r\n\r\n");
        Assert.Empty(reading.Wrong);
        var article = Assert.Single(reading.Articles);
        Assert.Equal(("Un « titre », et \"des\" mots\nen deux lignes", "fr", 10L, new DateOnly(2019, 5, 4)), (article.Title, article.Country, article.TotalEngagements, article.Date));
    }

    [Fact]
    public void Each_wrong_value_is_told_with_its_line_and_nothing_is_taken()
    {
        var reading = ScaleFile.Read("totalEngagements,facebook,twitter,pinterest,reddit,country,source,date,title,url\n1,1,1,1,1,fr,A,2019-01-01,T,https://a.example/\nx,1,1,1,-1,fra,,2019-13-01,,ftp://a\n");
        Assert.Empty(reading.Articles);
        Assert.Equal(7, reading.Wrong.Count);
        Assert.All(reading.Wrong, w => Assert.StartsWith("Ligne 3, ", w.French, StringComparison.Ordinal));
        Assert.Contains("url", Assert.Single(ScaleFile.Read("title,source\nx,y").Wrong).English, StringComparison.Ordinal);
        Assert.Contains("2", Assert.Single(ScaleFile.Read(string.Join(',', ScaleFile.Columns) + "\n\"jamais fermé").Wrong).English, StringComparison.Ordinal);
        Assert.Single(ScaleFile.Read("").Wrong);
    }

    [Fact]
    public void Any_text_gives_articles_or_reasons_and_no_exception() =>
        Any.Of("\"", ",", "\n", "\r", "1", "fr", "2019-01-01", "https://a.example", "é").Array[0, 60].Select(p => string.Concat(p)).Sample(text =>
        {
            var reading = ScaleFile.Read(string.Join(',', ScaleFile.Columns) + "\n" + text);
            Assert.True(reading.Articles.Count == 0 || reading.Wrong.Count == 0);
        });

    [Fact]
    public void The_example_says_that_it_is_invented_and_answers_at_each_step()
    {
        var articles = ScaleExample.Articles();
        Assert.All(articles, a => Assert.EndsWith(".example", a.Url.Host, StringComparison.Ordinal));
        Assert.All(articles, a => Assert.Contains("invent", a.Title, StringComparison.Ordinal));
        Assert.All(articles, a => Assert.Equal(a.TotalEngagements, a.Facebook + a.Twitter + a.Pinterest + a.Reddit));
        var scale = new MediaScale(articles);
        Assert.Equal(["fr", "gb"], scale.Regions);
        Assert.All(MediaScale.Boundaries.Skip(1), b => Assert.Equal(3, Assert.IsType<ScaleFound>(scale.Around(new ScaleQuestion("fr", b))).Articles.Count));
    }
}
