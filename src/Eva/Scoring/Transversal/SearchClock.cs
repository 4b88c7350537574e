using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>Runs while the person searches the picture: stopped by an open place, a pause, the help, another window.</summary>
sealed class SearchClock
{
    bool _searching;
    bool _paused;
    bool _helped;
    bool _hidden;
    long? _since;
    double _milliseconds;

    /// <summary>The site was shown as a list: from then on the names of the places tell where to look.</summary>
    public bool ListShown { get; private set; }

    /// <summary>Seconds of the search so far; null where it is not measurable.</summary>
    public double? Seconds => ListShown ? null : _milliseconds / 1000;

    /// <summary>Hears every event of a run, in order.</summary>
    public void Hear(EventLine line)
    {
        // « reprise » without a pause: the page was closed without a word, and the gap, of unknown length, is left out.
        if (_since is { } since && line.Name is not EventNames.Resumed)
        {
            _milliseconds += Math.Max(0, (double)line.Date - since);
        }

        switch (line.Name)
        {
            case EventNames.Paused:
                _paused = true;
                break;
            case EventNames.HelpAsked:
                _helped = true;
                break;
            case EventNames.VisibilityChanged:
                _hidden = EventData.Flag(line.Data, "visible") == false;
                break;
            case EventNames.Resumed:
                // Also the first event of a page opened again: what the old one had not closed is over.
                (_paused, _helped, _hidden) = (false, false, false);
                break;
            case EventNames.SceneShown:
                ListShown |= EventData.Text(line.Data, "forme") is SecuriteRules.AsList;
                Begin(_searching ? _milliseconds : 0);
                break;
            case EventNames.Started:
                Begin(0);
                break;
            case EventNames.ZoneOpened:
                _searching = false;
                break;
            case EventNames.DangerNamed:
            case EventNames.DangerJudged when EventData.Text(line.Data, "reponse") is not SecuriteRules.Yes:
                Begin(0);
                break;
        }

        _since = _searching && !_paused && !_helped && !_hidden ? line.Date : null;
    }

    void Begin(double milliseconds) => (_searching, _helped, _milliseconds) = (true, false, milliseconds);
}
