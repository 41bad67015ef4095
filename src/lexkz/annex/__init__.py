"""Annex: the tables and forms of an act as data that a program can use and an official can fill in."""

from lexkz.annex.form_model import Field, Form
from lexkz.annex.forms import forms
from lexkz.annex.table_model import AnnexTable
from lexkz.annex.tables import tables

__all__ = ["AnnexTable", "Field", "Form", "forms", "tables"]
